import type { MetricDefinition } from "../../shared/metrics/definition.ts";

export const sharedInstruments: MetricDefinition = {
  kind: "records",
  subject: "平台",
  ledger: "instruments",
  name: "sharedInstruments",
  label: "共享大型仪器数",
  unit: "台",
  where: [{ field: "shared", in: [true] }],
  window: { kind: "stock", since: "boughtOn" },
  fold: { kind: "count" },
};

export const sharedInstrumentsSentence = "{asOf}，全区对外共享大型仪器{sharedInstruments}。";
