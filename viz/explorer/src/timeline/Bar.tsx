import type { Extent } from "./extent";

interface Properties {
  readonly extent: Extent;
  readonly colour: string;
  /** In rem. */
  readonly width: number;
}

/** A date as a shape: a diamond for a day, solid from day to day, hatched where it is anywhere within, open by an arrow. */
export function Bar({ extent, colour, width }: Properties) {
  const { possible, isCertain, isDay, isUnsure } = extent;
  const names = ["dating-bar", isCertain ? "certain" : "within"];
  if (isDay) names.push("day");
  if (isUnsure) names.push("unsure");
  if (!Number.isFinite(possible.from)) names.push("open-left");
  if (!Number.isFinite(possible.to)) names.push("open-right");
  return <span className={names.join(" ")} style={{ width: `${width}rem`, color: colour }} aria-hidden="true" />;
}
