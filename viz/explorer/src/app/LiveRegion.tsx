import { useExplorer } from "../state/store";

/** Says to screen readers what changed. */
export function LiveRegion() {
  const announcement = useExplorer((state) => state.announcement);
  return (
    <p className="hidden announcement" role="status">
      {announcement}
    </p>
  );
}
