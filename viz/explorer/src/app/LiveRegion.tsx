import { useExplorer } from "../state/store";

/** Says to screen readers what changed; what an open dialog covers is hidden from them, but not this. */
export function LiveRegion() {
  const announcement = useExplorer((state) => state.announcement);
  return (
    <p className="hidden announcement" role="status" data-live-announcer="true">
      {announcement}
    </p>
  );
}
