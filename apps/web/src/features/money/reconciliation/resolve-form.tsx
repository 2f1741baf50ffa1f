import { Button, Textarea, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useStale } from '../../../shared/case/use-stale.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { readDate } from '../../../shared/lib/typed-text.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { useChoiceKeys } from '../../../shared/ui/use-row-keys.ts'
import { ClaimForm } from './claim-form.tsx'
import { itemMessages } from './item-messages.ts'
import { ResolveReconciliationItemDocument } from './reconciliation.generated.ts'
import sheet from './reconciliation.module.css'
import style from './resolve-form.module.css'
import { ResolvableItemFragmentDoc } from './resolve-form.generated.ts'
import type { ResolvableItemFragment } from './resolve-form.generated.ts'

type Choice = ResolvableItemFragment['choices'][number]

interface ResolveFormProps {
  item: FragmentType<ResolvableItemFragment>
  onChanged: () => Promise<unknown>
}

/** Choose with one key, say why, done. Nothing typed is lost when the office refuses. */
export function ResolveForm({ item: ref, onChanged }: ResolveFormProps) {
  const item = useOwnFields(ResolvableItemFragmentDoc, ref)
  const t = useMessages(itemMessages)
  const [choice, setChoice] = useState<Choice | undefined>(item.choices.length === 1 ? item.choices[0] : undefined)
  const keys = useMemo(
    () => Object.fromEntries(item.choices.map((one, index) => [String(index + 1), () => setChoice(one)])),
    [item.choices],
  )
  useChoiceKeys(keys)
  return (
    <>
      <fieldset className={style.choices}>
        <legend>
          {t('choose')} <span className="quiet keyboard-hint">{t('keys')}</span>
        </legend>
        {item.choices.map((one, index) => (
          <button
            key={one}
            type="button"
            className={style.choice}
            aria-pressed={one === choice}
            onClick={() => setChoice(one)}
          >
            <kbd>{index + 1}</kbd>
            <span>
              <strong>{t(one)}</strong>
              <span className="sub">{t(`effect${one === 'MATCHED' ? 'BANK_ERROR' : one}`)}</span>
            </span>
          </button>
        ))}
      </fieldset>
      {choice === 'ASSIGN' ? <ClaimForm item={item} onChanged={onChanged} /> : null}
      {choice && choice !== 'ASSIGN' ? (
        <Details key={choice} item={item} choice={choice} onChanged={onChanged} />
      ) : null}
    </>
  )
}

function Details({
  item,
  choice,
  onChanged,
}: {
  item: ResolvableItemFragment
  choice: Choice
  onChanged: () => Promise<unknown>
}) {
  const t = useMessages(itemMessages)
  const [send, { loading }] = useMutation(ResolveReconciliationItemDocument)
  const [problem, setProblem] = useState<{ field: 'otherDay' | 'note' | 'all'; text: string }>()
  const { isStale, staleNotice } = useStale(onChanged)
  const at = (field: string) => (problem?.field === field ? problem.text : undefined)

  const submit = async (form: FormData) => {
    const typed = (name: string) => {
      const value = form.get(name)
      return typeof value === 'string' ? value.trim() : ''
    }
    const note = typed('note')
    const otherDay = choice === 'BOOKED_OTHER_DAY' ? readDate(typed('otherDay')) : undefined
    if (choice === 'BOOKED_OTHER_DAY' && (otherDay === undefined || otherDay === item.day))
      return setProblem({ field: 'otherDay', text: t('otherDayWrong') })
    if (note.length < 4 || note.length > 300) return setProblem({ field: 'note', text: t('noteWrong') })
    setProblem(undefined)
    try {
      const { data } = await send({
        variables: {
          input: {
            itemId: item.id,
            resolution: choice,
            note,
            otherDay: otherDay ?? null,
            decidedOn: item.mark,
          },
        },
      })
      const outcome = data?.resolveReconciliationItem
      if (isStale(outcome)) return undefined
      if (outcome?.__typename === 'ReconciliationItemRefused')
        return setProblem({ field: 'all', text: t(`refused${outcome.reason}`) })
      await onChanged()
    } catch {
      setProblem({ field: 'all', text: t('refusedOTHER') })
    }
  }

  return (
    <form
      className={sheet.resolve}
      onSubmit={(event) => {
        event.preventDefault()
        void submit(new FormData(event.currentTarget))
      }}
    >
      {choice === 'BOOKED_OTHER_DAY' ? (
        <TextInput
          name="otherDay"
          size="sm"
          label={t('otherDayLabel')}
          description={t('otherDayHint')}
          defaultValue={item.otherDay ?? ''}
          autoComplete="off"
          error={at('otherDay')}
        />
      ) : null}
      <Textarea
        name="note"
        size="sm"
        label={t('note')}
        description={t('noteHint')}
        autosize
        minRows={2}
        maxLength={300}
        error={at('note')}
      />
      {staleNotice}
      {problem?.field === 'all' ? <Notice tone="refused">{problem.text}</Notice> : null}
      <Button type="submit" loading={loading} {...(choice === 'REVERSE' ? { color: 'zhu.7' } : {})}>
        {choice === 'REVERSE' ? t('askReversal') : t(choice)}
      </Button>
    </form>
  )
}
