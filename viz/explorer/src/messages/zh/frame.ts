import type { Same } from "..";
import type { frame as words } from "../en/frame";

export const frame: Same<typeof words> = {
  "app.title": "移徙治理知识图谱",
  "app.skip": "跳到正文",
  "app.views": "视图",
  "app.language": "语言",
  "app.footer": "将 A/68/283 号报告做成知识图谱。凡有所示，必有出处。",
  "app.plain": "纯文字网页",
  "app.documentation": "API",
  "app.licences": "许可证",
  "app.loading": "正在加载……",
  "app.shortcuts": "键盘快捷键",
  "app.close": "关闭",

  "view.start": "首页",
  "view.graph": "图谱",
  "view.timeline": "时间线",
  "view.table": "表格",
  "view.matrix": "矩阵",
  "view.report": "报告",
  "view.questions": "问题",
  "view.sparql": "SPARQL",
  "view.scenarios": "情景",
  "view.analysis": "分析",

  "start.title": "移徙如何治理？依据何在？",
  "start.lead":
    "搜索机构、文书、进程或人物。图中的每条线都注明所依据的段落和原文，并标明报告是将其作为事实陈述，还是提议、建议或批评。",
  "start.try": "从这里开始",
  "start.questions": "现成的问题",
  "start.questions.all": "全部 {count} 个问题",
  "start.report.about":
    "移民人权问题特别报告员在这份提交大会的报告中说明全球移徙如何治理：有哪些机构、文书和进程，还缺少什么。报告随后权衡将这种治理纳入联合国的各种模式，并提出建议。",
  "start.diagrams": "现成的图示",
  "start.report": "报告",
  "start.report.words": "{symbol}，{date}：{title}。引文为报告中文本的原文，英文为我们的工作译文。",
  "start.open.graph": "显示{name}及其周围的关系",

  // 表格、时间线、矩阵：范围和列
  "scope.whole": "整份报告。画布上有实体时，只显示与之有关的内容。",
  "scope.canvas": "画布上的 {count, plural, other {# 个实体}}：",
  "scope.among": "它们之间的陈述，与图谱相同",
  "scope.about": "涉及其中任何一个的全部陈述",
  "scope.limited": "共 {total, number} 条陈述，显示前 {shown, number} 条；CSV 文件包含全部。",

  "place.paragraph": "第 {number} 段",
  "place.footnote": "脚注 {number}",
  "place.cover": "封面",
  "place.summary": "摘要",

  // RDF of somebody else's (migov serve --data, --store).
  "other.title": "浏览此 RDF 数据集",
  "other.lead": "并非报告：实体、类别和关系均照数据集所载，未附依据。",
  "other.footer": "此处为运营者提供的 RDF 数据，未附依据。",
  "other.unread": "{why}。SPARQL 仍可查询全部数据。",
  "other.absent": "此数据集没有这一视图：它是不含报告的 RDF。",
  "other.holder": "数据未载明",
  "other.evidence": "无依据：此数据集未附依据。",
  "other.triple": "三元组",

  "fault.title": "无法取得此内容。",
  "fault.network": "服务没有响应。",
  "fault.retry": "重试",
  "fault.view": "此视图出错。画布上的内容已保留。",

  "notice.gone": "以下内容不在此数据集中，已略去：{ids}",
  "notice.unread": "网址中以下部分无法识别，已略去：{parts}",
  "notice.limited": "那里共有 {total} 个实体，显示 {shown} 个。",
  "notice.renewed": "此页打开期间数据集已更新。请重新加载。",
  "notice.reload": "重新加载",
  "notice.dismiss": "知道了",
  "notice.region": "通知",

  "shortcut.search": "搜索",
  "shortcut.help": "本列表",
  "shortcut.undo": "撤销",
  "shortcut.redo": "重做",
  "shortcut.walk": "图谱中：沿关系移动",
  "shortcut.relations": "图谱中：所选实体的各条关系",
  "shortcut.expand": "图谱中：展开所选实体或类别",
  "shortcut.several": "在图谱中：移动并多选；全选",
  "shortcut.change": "在图谱中：隐藏、固定、聚焦、收起所选；收起类别",
  "shortcut.remove": "图谱中：移除所选实体或类别",
  "shortcut.clear": "取消选择",
  "shortcut.matrix": "在矩阵中：移动；按回车键打开单元格",
  "shortcut.zoom": "图谱中：放大、缩小、适合窗口",
};
