import type { Same } from "..";
import type { timeline as words } from "../en/timeline";

export const timeline: Same<typeof words> = {
  // 时间线
  "timeline.chart":
    "时间线。左右方向键移到同一泳道中的前一条或后一条陈述，上下方向键移到上下行，回车键打开证据。下方列表内容相同。",
  "timeline.counts":
    "{dated, plural, =0 {没有注明日期的陈述} other {# 条陈述注明了日期}}。另列于下：{current} 条截至报告撰写时成立，{undated} 条没有日期。",
  "timeline.beside": "另有 {count} 条注明日期的陈述涉及其中实体和画布以外的内容。",
  "timeline.beside.show": "一并显示",
  "timeline.counts.possible": "注明日期的陈述中，{possible} 条仅可能属于所选时间。",
  "timeline.through": "符合筛选条件的陈述均无日期。",
  "timeline.limited": "图中为 {total} 条中的前 {shown} 条；下方列表包含全部。",
  "timeline.possibly": "仅可能属于所选时间。",
  "timeline.lanes": "泳道",
  "timeline.lanes.class": "类别",
  "timeline.lanes.entity": "所述事物",
  "timeline.lanes.modality": "性质",
  "timeline.lanes.holder": "陈述方",
  "timeline.zoom": "比例",
  "timeline.key.day": "当日",
  "timeline.key.within": "其间某时",
  "timeline.key.unsure": "待考或大约",
  "timeline.key.days": "起止日期确定",
  "timeline.key.open": "自此时起，未注明结束",
  "timeline.key.related": "下划线：与所选实体有关",
  "timeline.list": "以列表显示相同内容（{count}）",
  "timeline.current": "截至报告撰写时成立，别无日期（{count}）",
  "timeline.undated": "没有日期（{count}）",
  "timeline.list.limited": "共 {total} 条，显示前 {shown} 条。",
};
