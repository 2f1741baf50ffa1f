import { Button } from '@mantine/core'
import { answerName, fieldName, findUnitField } from '@shebao/declaration-rules'
import { useId, useState } from 'react'
import { useLanguage, useMessages } from '../lib/language-context.tsx'
import { useFormat } from '../lib/use-format.ts'
import style from './drafts.module.css'
import { LastSavedLine, type LastSaved } from './last-saved.tsx'
import type { FieldConflict } from './merge-forms.ts'
import { messages } from './messages.ts'

interface ConflictPanelProps {
  conflicts: readonly FieldConflict[]
  /** When the other one saved, or what is said instead. */
  savedAt?: string
  lead?: string
  /** Who saved the draft last, where the office says. */
  who?: LastSaved | null | undefined
  /** Both are of the same person, typed in two windows. */
  own?: boolean
  /** How an answer reads, where it is none of the unit form. */
  show?: (path: string, answer: unknown) => string
  onChosen: (answers: Readonly<Record<string, unknown>>) => void
}

/** Two clerks gave different answers to the same question: both side by side, and a choice for each. */
export function ConflictPanel({ conflicts, savedAt, lead, who, own = false, show, onChosen }: ConflictPanelProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const heading = useId()
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set(conflicts.map(({ path }) => path)))
  const shown =
    show ??
    ((path: string, answer: unknown) =>
      showAnswer(path, answer, { empty: t('empty'), yes: t('yes'), no: t('no') }, language, format.fen))
  const choose = (path: string, own: boolean) => {
    const next = new Set(mine)
    if (own) next.add(path)
    else next.delete(path)
    setMine(next)
  }
  return (
    <section className={style.conflict} aria-labelledby={heading} role="alert">
      <h2 id={heading}>{t(own ? 'ownTitle' : 'conflictTitle')}</h2>
      <p>
        {lead ?? (savedAt === undefined ? null : t(own ? 'ownText' : 'conflictText', { time: format.time(savedAt) }))}
      </p>
      <LastSavedLine who={who} />
      {conflicts.map((conflict) => (
        <fieldset key={conflict.path}>
          <legend>{fieldName(conflict.path.replace(/^raw\./, ''), language)}</legend>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side} data-chosen={mine.has(conflict.path) === (side === 'mine')}>
              <input
                type="radio"
                name={`conflict-${conflict.path}`}
                checked={mine.has(conflict.path) === (side === 'mine')}
                onChange={() => choose(conflict.path, side === 'mine')}
              />
              <span className={style.side}>{t(own ? `${side}Own` : side)}</span>
              <span>{shown(conflict.path, conflict[side])}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <Button
        onClick={() =>
          onChosen(
            Object.fromEntries(
              conflicts.map((conflict) => [conflict.path, mine.has(conflict.path) ? conflict.mine : conflict.theirs]),
            ),
          )
        }
      >
        {t('keepChoice')}
      </Button>
    </section>
  )
}

/** An answer as a person would say it. */
export function showAnswer(
  path: string,
  answer: unknown,
  words: { empty: string; yes: string; no: string },
  language: 'zh-CN' | 'en',
  fen: (amount: number) => string,
): string {
  if (answer === null || answer === undefined || answer === '') return words.empty
  if (typeof answer === 'boolean') return answer ? words.yes : words.no
  const field = findUnitField(path)
  if (field?.kind === 'money' && typeof answer === 'number') return fen(answer)
  if (field && (field.kind === 'enum' || field.kind === 'injuryClass'))
    return answerName(field.name, plainText(answer), language)
  if (!Array.isArray(answer)) return plainText(answer)
  return answer
    .map((part: unknown) =>
      typeof part === 'object' && part !== null ? Object.values(part).join(' ') : plainText(part),
    )
    .join(language === 'zh-CN' ? '、' : ', ')
}

function plainText(answer: unknown): string {
  return typeof answer === 'string' ? answer : JSON.stringify(answer)
}
