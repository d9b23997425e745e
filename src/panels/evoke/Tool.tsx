// A button of the marks, a member of their roving Tab stop. A disabled one stays reachable.

interface ToolProps {
  readonly class: string | undefined;
  readonly name: string;
  readonly onPress: () => void;
  readonly keys?: string;
  readonly isDisabled?: boolean;
  readonly pressed?: boolean;
  /** The card that it opens, and whether that card is open. */
  readonly card?: string;
  readonly open?: boolean;
}

export function Tool({ name, onPress, keys, isDisabled = false, pressed, card, open, ...rest }: ToolProps) {
  return (
    <button
      type="button"
      class={rest.class}
      data-stop="tool"
      data-card={card}
      tabIndex={-1}
      aria-keyshortcuts={keys}
      aria-disabled={isDisabled ? 'true' : undefined}
      aria-pressed={pressed}
      aria-expanded={open}
      onClick={() => {
        if (!isDisabled) onPress();
      }}
    >
      {name}
    </button>
  );
}
