import type { Same } from "..";
import type { evidence as words } from "../en/evidence";

export const evidence: Same<typeof words> = {
  "evidence.title": "依据",
  "evidence.close": "关闭依据",
  "evidence.empty": "选择一个实体或一条线，查看说了什么、谁说的、在哪里说的。",
  "evidence.holder": "陈述方",
  "evidence.time": "时间",
  "evidence.asOfReport": "截至报告撰写时",
  "evidence.qualifier": "限定",
  "evidence.condition": "条件",
  "evidence.place": "{symbol}，{place}",
  "evidence.translation": "我们的工作译文，并非正式英文本：",
  "evidence.quotation": "报告原文：",
  "evidence.note": "我们的说明",
  "evidence.full": "此陈述的网页",
  "evidence.entity.full": "此实体的网页",
  "evidence.names": "又称：{names}",
  "evidence.sources": "{count, plural, other {# 个名称的出处}}",
  "evidence.confirmed": "查自：",
  "evidence.mentions": "{count, plural, =0 {报告正文未提及} other {报告提及 # 次}}",
  "evidence.statements": "{count, plural, other {# 条陈述}}",
  "evidence.statements.limited": "共 {total} 条陈述，显示前 {shown} 条",
  "evidence.more": "显示更多",
  "evidence.between": "{count, plural, =0 {没有关于其中两者的陈述} other {两者之间的 # 项陈述}}",
  "evidence.several": "已选择{count, plural, other { # 个实体}}",

  "entity.column.name": "名称",
  "entity.column.class": "类别",
  "entity.column.statements": "有关陈述数",
  "entity.column.facts": "其中事实数",
  "entity.column.years": "陈述涉及的年份",
  "entity.column.other": "英文名称",
  "entity.column.spellings": "其他写法",

  // 数字或单元格所依据的陈述
  "statements.first": "{total, number} 条陈述中的前 {shown, number} 条",
  "statements.summary": "{statuses}。按关系：{relations}",
  "statements.more": "显示其余{count, plural, other { # }}条",
  "statements.graph.first": "在画布上显示 {count, number} 个实体中的 {shown, number} 个",
  "statements.graph": "在画布上显示 {count, plural, other {# 个实体}}",
};
