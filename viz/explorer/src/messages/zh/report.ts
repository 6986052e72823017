import type { Same } from "..";
import type { report as words } from "../en/report";

export const report: Same<typeof words> = {
  "report.none": "此数据集不含报告。",
  "report.gone": "此数据集中没有“{id}”，现从报告开头显示。",
  "report.pages": "报告翻页",
  "report.before": "前 {count} 段",
  "report.after": "后 {count} 段",
  "report.text": "报告中文文本，各项陈述均以此为据。",
  "report.section": "章节",
  "report.paragraph": "段落",
  "report.front": "封面和摘要",
  "report.covered": "{percent}% 有陈述",
  "report.graph": "显示其关系图",
  "report.pick": "选择",
  "report.graph.picked": "显示所选 {count} 段的关系图",
  "report.pick.none": "取消选择",
  "report.cite": "复制“{cited}”",
};
