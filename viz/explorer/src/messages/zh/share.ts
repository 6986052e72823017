import type { Same } from "..";
import type { share as words } from "../en/share";

export const share: Same<typeof words> = {
  // The share panel
  "share.open": "分享",
  "share.link": "此视图的链接",
  "share.link.hint": "凡能访问本服务者，打开即见同样的实体、位置和筛选。",
  "share.link.long": "链接有 {count, number} 个字符：如被其他程序截断，请以文件发送。",
  "share.empty": "图上尚无内容。请先添加实体，再下载、嵌入或引用。",
  "share.diagram": "将此图用作图示",
  "share.title": "图示标题",
  "share.title.none": "以其中实体命名",
  "share.exact.graph":
    "每个文件所示实体和关系与您所见一致，位置相同，并附图例和出处；放不下时，幻灯片分成几张，并另行排列。",
  "share.exact.other": "每个文件所示为图谱上的实体和关系及其位置，并附图例和出处。",
  "share.exact.arranged": "每个文件所示为筛选后的实体和关系，并附图例和出处。",
  "share.diagram.timeline": "将时间线用作图示",
  "share.exact.timeline":
    "每个文件按年份列出您所见的有日期的陈述，并附性质、陈述方和出处。时间线下方的列表可存为 Word 和 PDF 表格。",
  "share.many.timeline":
    "一幅时间线最多容纳 {most} 条陈述，此处{count, plural, =0 {没有陈述注明日期} other {有 # 条注明日期}}。可用筛选或图谱上的实体加以选择。",
  "share.matrix": "以下文件以行列表格绘出图谱上的实体及其相互关系。",
  "share.other": "以下文件所绘为图谱上的内容，而非当前打开的视图。",
  "share.saving": "正在生成文件……",
  "share.saved": "已保存：{name}",
  "share.hidden": "筛选隐藏了图中所有实体。",
  "share.many": "一幅图示最多容纳 {most} 个实体及其间所有关系，而图中现有 {count} 个。请移去一些，或按类别筛选。",
  "share.embed": "嵌入网页",
  "share.embed.all": "任何网站均可嵌入。",
  "share.embed.sites": "除本服务的网页外，下列网站可以嵌入：{sites}",
  "share.embed.none":
    "在本服务以外的网页中，此代码只显示空框，除非本服务的运营者准许该网站（设置项 frame_ancestors）。上面的 .html 文件则可直接放入任何网页。",
  "share.cite": "引用出处",
  "share.cite.paragraphs": "第 {numbers} 段{count, plural, other {}}",
  "share.cite.between": "、",
  "share.cite.reports": "；",
};
