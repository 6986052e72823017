import type { Same } from "..";
import type { filters as words } from "../en/filters";

export const filters: Same<typeof words> = {
  // The filters
  "filters.title": "筛选",
  "filters.close": "关闭筛选",
  "filters.lead": "只保留勾选的内容；一项也不勾选，则全部保留。",
  "filters.none": "显示全部。",
  "filters.all": "全部显示",
  "filters.remove": "取消筛选",
  "filters.through": "此处没有符合筛选条件的内容。",
  "filters.more": "另有 {count} 项",
  "filters.nothing": "尚无可选项",
  "filters.classes": "类别",
  "filters.families": "关系",
  "filters.modalities": "性质",
  "filters.holders": "陈述方",
  "filters.holders.hint": "列报告标题者为报告本身的陈述；列他人者，为报告所述该方的主张。",
  "filters.sections": "章节",
  "filters.certainties": "日期",
  "filters.sure.certain": "肯定在此期间",
  "filters.sure.possible": "可能在此期间",
  "filters.sure.unknown": "未注明日期",
  "filters.time": "时间",
  "filters.years": "年份",
  "filters.from": "自",
  "filters.to": "至",
  "filters.asAt": "截至",
  "filters.dates": "可写年、月或日：2006、2006-09、2006-09-14。",
  "filters.date.faulty": "请写年、月或日：2006、2006-09、2006-09-14。",
  "filters.certain":
    "所示关系中，{certain} 条肯定在此期间，{possible} 条可能在此期间；{unknown} 条报告未说明，予以保留。",
  "filters.evidence": "筛选另隐藏了 {hidden} 条陈述。",
  "filters.evidence.show": "一并显示",
  "filters.evidence.all": "已全部列出；其中 {hidden} 条不符合筛选。",
  "filters.evidence.hide": "只显示符合筛选的",
};
