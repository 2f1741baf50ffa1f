import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { dutyMessages } from '../../../shared/ui/duty-messages.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import type { StatusTone } from '../../../shared/ui/status-badge.tsx'
import { EmployerMandatesDocument } from './employer-mandates.generated.ts'
import type { EmployerMandatesQuery } from './employer-mandates.generated.ts'
import { mandateMessages } from './mandate-messages.ts'

type Mandate = EmployerMandatesQuery['mandates'][number]

/** Who acts for the unit without being its clerk, for whom it acts, what was agreed, and since and until when. */
export function EmployerMandates({ id }: { id: string }) {
  const t = useMessages(mandateMessages)
  const { data, error } = useQuery(EmployerMandatesDocument, { variables: { id }, fetchPolicy: 'cache-and-network' })
  if (error && !data) return <Notice tone="refused">{t('failed')}</Notice>
  if (!data) return <Skeleton lines={2} />
  const given = data.mandates.filter(({ employerId }) => employerId === id)
  const received = data.mandates.filter(({ agencyId }) => agencyId === id)
  if (data.mandates.length === 0) return <p>{t('none')}</p>
  return (
    <>
      {given.length > 0 ? (
        <Mandates
          caption={t('given')}
          rows={given.map((mandate) => ({
            mandate,
            other: { id: mandate.agencyId, name: mandate.agencyName, no: mandate.agencyNo },
          }))}
        />
      ) : null}
      {received.length > 0 ? (
        <Mandates
          caption={t('received')}
          rows={received.map((mandate) => ({
            mandate,
            other: { id: mandate.employerId, name: mandate.employerName, no: mandate.employerNo },
          }))}
        />
      ) : null}
    </>
  )
}

interface Row {
  mandate: Mandate
  other: { id: string; name: string; no: string }
}

function Mandates({ caption, rows }: { caption: string; rows: readonly Row[] }) {
  const t = useMessages(mandateMessages)
  const duty = useMessages(dutyMessages)
  const format = useFormat()
  return (
    <>
      <h3>{caption}</h3>
      <PlainTable caption={caption} columns={[t('party'), t('duties'), t('days'), t('state')]}>
        {rows.map(({ mandate: { id, duties, validFrom, validTo, endedOn, ...stand }, other }) => (
          <tr key={id}>
            <th scope="row">
              <Link to={`/staff/employers/${other.id}`}>{other.name}</Link>
              <span className="sub">{other.no}</span>
            </th>
            <td data-label={t('duties')}>
              {duties.length === 0 ? duty('READ') : duties.map((one) => duty(one)).join(' · ')}
            </td>
            <td data-label={t('days')}>
              {t('fromTo', { from: format.date(validFrom), to: format.date(validTo) })}
              {stand.state === 'ENDED' && endedOn && endedOn < validTo ? (
                <span className="sub">{t('endedOn', { date: format.date(endedOn) })}</span>
              ) : null}
            </td>
            <td data-label={t('state')}>
              <Stand {...stand} />
            </td>
          </tr>
        ))}
      </PlainTable>
    </>
  )
}

const tones: Record<Mandate['state'], StatusTone> = {
  OFFERED: 'waiting',
  ACCEPTED: 'done',
  DECLINED: 'idle',
  ENDED: 'idle',
}

function Stand({ state, begun, over }: Pick<Mandate, 'state' | 'begun' | 'over'>) {
  const t = useMessages(mandateMessages)
  const open = state === 'OFFERED' || state === 'ACCEPTED'
  if (open && over) return <StatusBadge tone="idle">{t('stateOver')}</StatusBadge>
  if (state === 'ACCEPTED' && !begun) return <StatusBadge tone="waiting">{t('stateLater')}</StatusBadge>
  return <StatusBadge tone={tones[state]}>{t(`state${state}`)}</StatusBadge>
}
