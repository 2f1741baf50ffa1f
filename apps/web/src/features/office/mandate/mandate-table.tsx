import { Button } from '@mantine/core'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { dutyMessages } from '../../../shared/ui/duty-messages.ts'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { StatusBadge, type StatusTone } from '../../../shared/ui/status-badge.tsx'
import type { MandateFactsFragment } from './mandate.generated.ts'
import style from './mandate.module.css'
import { messages } from './messages.ts'

export type Verb = 'accept' | 'decline' | 'end'

const tones: Record<MandateFactsFragment['state'], StatusTone> = {
  OFFERED: 'waiting',
  ACCEPTED: 'done',
  DECLINED: 'idle',
  ENDED: 'idle',
}

interface MandateTableProps {
  caption: string
  mandates: readonly MandateFactsFragment[]
  /** The other side is the agency, or the employer that gave it. */
  other: 'agency' | 'employer'
  onChoose: ((verb: Verb, mandate: MandateFactsFragment) => void) | undefined
}

export function MandateTable({ caption, mandates, other, onChoose }: MandateTableProps) {
  const t = useMessages(messages)
  const columns = (['party', 'duties', 'days', 'state'] as const).map((one) => t(one))
  return (
    <PlainTable caption={caption} columns={onChoose ? [...columns, t('actions')] : columns}>
      {mandates.map((mandate) => (
        <MandateRow key={mandate.id} mandate={mandate} other={other} onChoose={onChoose} />
      ))}
    </PlainTable>
  )
}

function MandateRow({
  mandate,
  other,
  onChoose,
}: Omit<MandateTableProps, 'caption' | 'mandates'> & { mandate: MandateFactsFragment }) {
  const t = useMessages(messages)
  const duty = useMessages(dutyMessages)
  const format = useFormat()
  const { duties, validFrom, validTo, state, begun, over } = mandate
  const [name, number] =
    other === 'agency' ? [mandate.agencyName, mandate.agencyNo] : [mandate.employerName, mandate.employerNo]
  const open = state === 'OFFERED' || state === 'ACCEPTED'
  const later = state === 'ACCEPTED' && !begun
  const verbs: Verb[] = !open ? [] : state === 'OFFERED' && other === 'employer' ? ['accept', 'decline'] : ['end']
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="sub">{number}</span>
      </th>
      <td data-label={t('duties')}>
        {duties.length === 0 ? duty('READ') : duties.map((one) => duty(one)).join(' · ')}
      </td>
      <td data-label={t('days')}>{t('daysFromTo', { from: format.date(validFrom), to: format.date(validTo) })}</td>
      <td data-label={t('state')}>
        <StatusBadge tone={open && over ? 'idle' : tones[state]}>
          {open && over ? t('stateOver') : later ? t('stateLater') : t(`state${state}`)}
        </StatusBadge>
      </td>
      {onChoose ? (
        <td data-label={t('actions')}>
          <div className={style.deeds}>
            {verbs.map((verb) => (
              <Button
                key={verb}
                variant="default"
                size="compact-md"
                aria-label={`${t(verb)}: ${name}`}
                onClick={() => onChoose(verb, mandate)}
              >
                {t(verb)}
              </Button>
            ))}
          </div>
        </td>
      ) : null}
    </tr>
  )
}
