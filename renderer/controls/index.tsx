import type { ReactElement } from "react";
import type { Field, FieldKind, Value } from "../../shared/fields/field.ts";
import { AttachmentsControl } from "./AttachmentsControl.tsx";
import { ChoiceControl, ChoicesControl, YesNoControl } from "./ChoiceControl.tsx";
import type { ControlProps } from "./control.ts";
import "./controls.css";
import { NumberControl } from "./NumberControl.tsx";
import { ReferenceControl, ReferencesControl } from "./ReferenceControl.tsx";
import { StagesControl } from "./StagesControl.tsx";
import { TextControl } from "./TextControl.tsx";
import { WrittenControl } from "./WrittenControl.tsx";

/** The closed table of controls: a field kind without one does not compile. */
const controls = {
  text: TextControl,
  code: TextControl,
  number: NumberControl,
  count: NumberControl,
  percent: NumberControl,
  year: NumberControl,
  money: WrittenControl,
  date: WrittenControl,
  period: WrittenControl,
  choice: ChoiceControl,
  choices: ChoicesControl,
  yesNo: YesNoControl,
  reference: ReferenceControl,
  references: ReferencesControl,
  attachments: AttachmentsControl,
  stages: StagesControl,
} satisfies Record<FieldKind, unknown>;

/** The control of any field. The table pairs kinds with controls; here the pairing is forgotten once. */
export function FieldControl(props: ControlProps): ReactElement {
  const Chosen = controls[props.field.kind] as unknown as (props: ControlProps<Field, Value>) => ReactElement;
  return <Chosen {...props} />;
}
