import { Button, NativeSelect, TextInput } from '@mantine/core'
import { fieldName } from '@shebao/declaration-rules'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { formatFen } from '../../../shared/lib/format.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { stopReasonNames, stopReasons } from '../../../shared/case/stop-reasons.ts'
import sheet from './comparison.module.css'
import style from './difference-card.module.css'
import type { Choice } from './difference.ts'
import { DifferenceCardFragmentDoc } from './difference-card.generated.ts'
import type { DifferenceCardFragment } from './difference-card.generated.ts'
import { markDifference } from './mark-difference.ts'
import type { MarkedPart } from './mark-difference.ts'
import { messages } from './messages.ts'

/** What a stop breaks comes with the first one. */
const StopOutlook = lazy(async () => ({ default: (await import('../stop-outlook/index.ts')).StopOutlook }))

type Resolution = DifferenceCardFragment['allowed'][number]['resolution']

interface DifferenceCardProps {
  difference: FragmentType<DifferenceCardFragment>
  onFocused: () => void
  onSettle: (choice: Choice) => Promise<void>
  onReopen: () => Promise<void>
}

/** Two values side by side and the choice between them; a reason is asked for where one is needed. */
export function DifferenceCard({ onFocused, onSettle, onReopen, ...props }: DifferenceCardProps) {
  const difference = useOwnFields(DifferenceCardFragmentDoc, props.difference)
  const t = useMessages(messages)
  const stops = useMessages(stopReasonNames)
  const [asking, setAsking] = useState<Resolution>()
  const { id, kind, rows, suggestedRow, allowed, resolution, reason, stopReason } = difference
  const choose = (wanted: Resolution) => {
    const rule = allowed.find((other) => other.resolution === wanted)
    if (rule?.needsReason) setAsking(wanted)
    else void onSettle({ ids: [id], resolution: wanted })
  }
  const options = kind === 'DUPLICATE' ? rows.slice(0, 9) : []
  const who = difference.unit ?? difference.bureau
  const plainChoices = allowed.filter((rule) => rule.resolution !== 'FIX')
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the card takes the keys 1 to 9; each is also a button
    <li
      className={style.card}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- Tab comes to every card, whichever was the last one
      tabIndex={0}
      aria-label={`${t(kind)}: ${who?.name ?? ''} ${who?.idNumber ?? ''}`}
      onFocus={onFocused}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || resolution !== null || !/^[1-9]$/.test(event.key)) return
        // The figure chooses; it must not also be the first letter of the reason that is asked for next.
        event.preventDefault()
        const place = Number(event.key) - 1
        const row = options[place]
        const choice = plainChoices[place]
        if (row !== undefined) void onSettle({ ids: [id], resolution: 'FIX', keepRow: row })
        else if (choice) choose(choice.resolution)
      }}
    >
      <Sides difference={difference} />
      {suggestedRow === null ? null : <p className={style.hint}>{t('suggested', { row: String(suggestedRow) })}</p>}
      {resolution !== null ? (
        <div className={style.settled}>
          <span>
            {t('settledAs', { resolution: resolution === 'FIX' ? t('fixInList') : t(resolution) })}
            {stopReason ? ` · ${stops(stopReason)}` : ''}
            {reason ? ` · ${t('because', { reason })}` : ''}
          </span>
          {difference.reopenable ? (
            <Button size="compact-md" variant="subtle" onClick={() => void onReopen()}>
              {t('reopen')}
            </Button>
          ) : null}
        </div>
      ) : asking ? (
        <ReasonForm
          resolution={asking}
          idNumber={difference.bureau?.idNumber ?? undefined}
          onCancel={() => setAsking(undefined)}
          onGiven={(given) => {
            setAsking(undefined)
            void onSettle({ ids: [id], resolution: asking, ...given })
          }}
        />
      ) : (
        <div className={style.choices}>
          {plainChoices.map((rule, index) => (
            <Button key={rule.resolution} variant="default" onClick={() => choose(rule.resolution)}>
              <kbd aria-hidden="true">{index + 1}</kbd> {t(rule.resolution as Exclude<Resolution, 'FIX'>)}
            </Button>
          ))}
          {options.map((row, index) => (
            <Button
              key={row}
              variant="default"
              onClick={() => void onSettle({ ids: [id], resolution: 'FIX', keepRow: row })}
            >
              <kbd aria-hidden="true">{index + 1}</kbd> {t('FIX', { row: String(row) })}
            </Button>
          ))}
          {kind === 'INVALID_ID' ? (
            <Button component={Link} to={`/employer/inspection/personnel?row=${rows[0] ?? ''}`} variant="default">
              {t('fixInList')}
            </Button>
          ) : null}
        </div>
      )}
    </li>
  )
}

function Sides({ difference }: { difference: DifferenceCardFragment }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const { bureau, unit, rows } = difference
  const worded = (field: string, value: unknown): string => {
    if (typeof value === 'boolean') return value ? t('yes') : t('no')
    if (typeof value === 'number') return field === 'monthsWorkedLastYear' ? String(value) : formatFen(value, language)
    return typeof value === 'string' ? value : ''
  }
  const values = (side: typeof bureau) => (side?.values ?? {}) as Record<string, unknown>
  const fields = Object.keys({ ...values(bureau), ...values(unit) })
  const compared = bureau !== null && unit !== null
  const lines = [
    { label: fieldName('name', language), bureau: bureau?.name ?? '', unit: unit?.name ?? '' },
    { label: fieldName('idNumber', language), bureau: bureau?.idNumber ?? '', unit: unit?.idNumber ?? '' },
    ...fields.map((field) => ({
      label: field === 'statedMonthlyAverage' ? t('monthly') : fieldName(field, language),
      bureau: worded(field, values(bureau)[field]),
      unit: worded(field, values(unit)[field]),
    })),
  ]
  return (
    <table className={style.sides}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('item')}</span>
          </th>
          <th scope="col">{t('bureau')}</th>
          <th scope="col">
            {t('unit')}{' '}
            {rows.length > 0 ? (
              <span className={sheet.soft}>{t('rows', { rows: rows.slice(0, 9).join(', ') })}</span>
            ) : null}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const [theirs, ours] = compared
            ? markDifference(line.bureau, line.unit)
            : [plain(line.bureau), plain(line.unit)]
          return (
            <tr key={line.label}>
              <th scope="row">{line.label}</th>
              <td>{bureau ? <Marked parts={theirs} /> : <span className={sheet.soft}>{t('absent')}</span>}</td>
              <td>{unit ? <Marked parts={ours} /> : <span className={sheet.soft}>{t('absent')}</span>}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const plain = (text: string): MarkedPart[] => [{ text, differs: false }]

function Marked({ parts }: { parts: readonly MarkedPart[] }) {
  return parts.map(({ text, differs }, index) =>
    differs ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
  )
}

interface ReasonFormProps {
  resolution: Resolution
  /** Of the one person it is about. */
  idNumber?: string | undefined
  onGiven: (given: Pick<Choice, 'reason' | 'stopReason'>) => void
  onCancel: () => void
}

export function ReasonForm({ resolution, idNumber, onGiven, onCancel }: ReasonFormProps) {
  const t = useMessages(messages)
  const stops = useMessages(stopReasonNames)
  const [reason, setReason] = useState('')
  const [stopReason, setStopReason] = useState<(typeof stopReasons)[number]>()
  const [missing, setMissing] = useState(false)
  const isStop = resolution === 'STOP'
  return (
    <form
      className={style.reason}
      onSubmit={(event) => {
        event.preventDefault()
        if (isStop ? stopReason === undefined : reason.trim() === '') return setMissing(true)
        onGiven({ ...(reason.trim() === '' ? {} : { reason: reason.trim() }), ...(stopReason ? { stopReason } : {}) })
      }}
    >
      {isStop ? (
        <NativeSelect
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it appears because the person has just asked for it
          autoFocus
          label={t('stopReason')}
          required
          value={stopReason ?? ''}
          error={missing && stopReason === undefined ? t('refusedSTOP_REASON_MISSING') : undefined}
          onChange={(event) => setStopReason(stopReasons.find((code) => code === event.currentTarget.value))}
          // Why somebody leaves is what their rights follow from: nothing is chosen beforehand.
          data={[
            { value: '', label: t('choose') },
            ...stopReasons.map((code) => ({ value: code, label: stops(code) })),
          ]}
        />
      ) : (
        <TextInput
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it appears because the person has just asked for it
          autoFocus
          required
          label={t('reasonFor', { resolution: resolution === 'FIX' ? '' : t(resolution) })}
          maxLength={200}
          value={reason}
          error={missing ? t('refusedREASON_MISSING') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {isStop && idNumber !== undefined && stopReason !== undefined ? (
        <Suspense fallback={<Skeleton lines={4} />}>
          <StopOutlook person={{ idNumber }} reason={stopReason} />
        </Suspense>
      ) : null}
      <div className={sheet.actions}>
        <Button type="submit">{t('settle')}</Button>
        <Button variant="subtle" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
