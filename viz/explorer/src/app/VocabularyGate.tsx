import type { ReactNode } from "react";
import { api } from "../api/client";
import { Fault } from "../components/Fault";
import { Loading } from "../components/Loading";

/** Waits for the words and signs that everything else needs. */
export function VocabularyGate({ children }: { children: ReactNode }) {
  const { data, error, refetch } = api.useQuery("get", "/api/vocabulary");
  if (data) return children;
  return <main id="content">{error ? <Fault error={error} retry={refetch} /> : <Loading />}</main>;
}
