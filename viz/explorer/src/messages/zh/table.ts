import type { Same } from "..";
import type { table as words } from "../en/table";

export const table: Same<typeof words> = {
  "table.rows": "{total, plural, =0 {没有行。} other {# 行}}",
  "table.within.among": "此处只查找画布上各实体之间的陈述。",
  "table.within.about": "此处只查找有关画布上各实体的陈述。",
  "table.limited": "{total} 行中的前 {shown} 行；CSV 文件包含全部。",
  "table.kind": "每行是",
  "table.kind.statements": "一条陈述",
  "table.kind.entities": "陈述所涉的一个实体",
  "table.find": "查找含有以下字词的行",
  "table.columns": "列",
  "table.csv": "这 {count, number} 行的 CSV",
  "table.xlsx": "这 {count} 行的 Excel 文件",
  "table.document": "{form}，附原文（{count}）",
  "table.document.many": "Word 和 PDF：请缩小至 {most} 行以内",
  "table.csv.whole": "全部 {count, number} 条、含所有列的 CSV",
  "table.page": "共 {total, number} 行，第 {from, number} 至 {to, number} 行",
  "table.before": "前面的行",
  "table.after": "后面的行",

  "column.status": "性质",
  "column.statement": "陈述",
  "column.holder": "陈述方",
  "column.time": "时间",
  "column.place": "出处",
  "column.subject": "主语",
  "column.relation": "关系",
  "column.object": "宾语",
  "column.limits": "限定和条件",
  "column.quotation": "报告原文",
  "column.translation": "我们的工作译文（英文）",
};
