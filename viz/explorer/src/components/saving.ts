/** Offer a file to be kept under a name, as if its link were followed. */
export function saveFile(name: string, body: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(body);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The forms that briefings are written in. */
export const BRIEFING_FORMS: readonly string[] = ["pdf", "docx", "pptx"];

/** The forms that statements are told in as a document. */
export const SHEET_FORMS = ["docx", "pdf"] as const;
