interface FactsProps {
  /** Name and value; without a value the line is left out. */
  readonly facts: readonly (readonly [name: string, value: string | undefined])[];
}

/** Names and values in two columns. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="grid grid-cols-[9.5rem_minmax(0,1fr)] gap-x-4 gap-y-0.5">
      {facts.map(([name, value]) =>
        value === undefined ? null : (
          <div key={name} className="contents">
            <dt className="text-dim">{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
