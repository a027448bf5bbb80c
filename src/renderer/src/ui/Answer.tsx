import { Check, TriangleAlert } from 'lucide-react';

interface AnswerProps {
  readonly ok: boolean;
  readonly text: string;
}

/** How something that was asked for ended, in sign and word, beside its button. */
export function Answer({ ok, text }: AnswerProps) {
  const Icon = ok ? Check : TriangleAlert;
  return (
    <span data-tone={ok ? 'ok' : 'warning'} className="inline-flex items-center gap-1 text-tone">
      <Icon className="size-3.5 shrink-0" aria-hidden />
      {text}
    </span>
  );
}
