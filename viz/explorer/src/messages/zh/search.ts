import type { Same } from "..";
import type { search as words } from "../en/search";

export const search: Same<typeof words> = {
  "search.label": "搜索",
  "search.placeholder": "名称、缩写或报告用语……",
  "search.results": "结果",
  "search.word": "{count, plural, =0 {没有名称含“{word}”} other {单独的“{word}”}}",
  "search.none": "没有这个名称",
  "search.waiting": "正在搜索……",
  "search.type": "请输入名称",
  "search.found": "{count, plural, =0 {未找到} other {# 项结果}}",
  "search.best": "最佳匹配",
  "search.ready": "现成内容",
  "search.ready.diagram": "图示",
  "search.ready.question": "问题与答案",
  "search.ready.about": "问题与答案：{name}",
  "search.paragraphs": "报告正文，共 {total} 处，显示前 {shown} 处",
  "search.translation": "（我们的译文）",
  "search.limited": "共 {total} 项，显示前 {shown} 项",
};
