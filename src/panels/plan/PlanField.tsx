// One text of the plan, in a field that writes directly to the interview.

import type { PlanText } from '../../interview/interview.ts';
import type { Store } from '../../store/store.ts';
import { Field } from '../../ui/Field.tsx';

interface PlanFieldProps {
  readonly store: Store;
  readonly part: PlanText;
  readonly label: string;
}

export function PlanField({ store, part, label }: PlanFieldProps) {
  return (
    <Field
      label={label}
      value={store.parts.plan.value[part]}
      onType={(text) => store.dispatch({ kind: 'plan-typed', part, text })}
    />
  );
}
