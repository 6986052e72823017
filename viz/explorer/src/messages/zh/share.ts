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
  "share.exact": "每个文件所示实体和关系与您所见完全一致，位置相同，并附图例和出处。",
  "share.saving": "正在生成文件……",
  "share.saved": "已保存：{name}",
  "share.hidden": "筛选隐藏了图中所有实体。",
  "share.many": "一幅图示最多容纳 {most} 个实体及其间所有关系，而图中现有 {count} 个。请移去一些，或按类别筛选。",
  "share.embed": "嵌入网页",
  "share.embed.all": "任何网站均可嵌入。",
  "share.embed.sites": "除本服务的网页外，下列网站可以嵌入：{sites}",
  "share.embed.none": "目前只有本服务的网页可以嵌入；其他网站须由运营者指定（设置项 frame_ancestors）。",
  "share.cite": "引用出处",
  "share.cite.paragraphs": "第 {numbers} 段{count, plural, other {}}",
  "share.cite.between": "、",
  "share.cite.reports": "；",
};
