import type { Same } from "..";
import type { questions as words } from "../en/questions";

export const questions: Same<typeof words> = {
  "questions.lead": "分析人员对该报告提出的问题，每个都有经测试核对的已知答案。更改数值即可询问其他对象。",
  "questions.find": "查找问题",
  "questions.count": "{total} 个问题中的 {shown} 个",
  "questions.all": "全部 {count} 个问题",
  "questions.unknown": "没有问题“{id}”。",
  "questions.ask": "提问",
  "questions.graph": "在图中显示 {count} 个实体",
  "questions.form": "显示方式",
  "questions.dated":
    "答案共 {rows} 行，所依据的陈述中有 {count} 条注明了日期。{without, plural, =0 {} other {其中 # 行没有，见表格。}}",
  "questions.none": "没有答案：报告没有作出此问题所问的陈述。不能由此推断不存在。",
  "questions.plain": "普通网页",
  "questions.sparql": "显示 SPARQL",

  "scenarios.lead": "报告讨论的未来模式。它们都不是现状：每个模式与事实并列，并附支持和反对的理由。",
  "scenarios.none": "此数据集不含未来模式。",
  "scenarios.counts": "新增 {adds}，终止 {ends}，改变 {changes}",
  "scenarios.all": "全部 {count} 个模式",
  "scenarios.unknown": "没有模式“{id}”。",
  "scenarios.graph": "在图谱中显示有关论述",
  "scenarios.diagram": "以图示显示",
  "scenarios.added": "将新增（{count}）",
  "scenarios.ended": "将终止（{count}）",
  "scenarios.changed": "将改变（{count}）",
  "scenarios.for": "支持的理由（{count}）",
  "scenarios.against": "反对的理由（{count}）",
  "scenarios.open": "不归入任何一方，须读原文（{count}）",
  "scenarios.because": "依据：",
  "scenarios.instead": "取而代之：",
  "scenarios.nothing": "无",
  "scenarios.silent": "报告没有可归入此处的关于该模式的论述；所列条件或后果见下文。",
  "scenarios.said": "有关论述",
  "scenarios.part": "部分",
  "scenarios.part.added": "将新增",
  "scenarios.part.ended": "将终止",
  "scenarios.part.because": "将终止：依据",
  "scenarios.part.changed": "将改变",
  "scenarios.part.instead": "将改变：取而代之",
  "scenarios.part.for": "支持的理由",
  "scenarios.part.against": "反对的理由",
  "scenarios.part.open": "不归入任何一方",

  // The SPARQL editor
  "questions.edit": "在 SPARQL 编辑器中修改",
};
