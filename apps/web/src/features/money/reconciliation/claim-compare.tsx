import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import type { ClaimCandidate } from './claim-candidate.ts'
import { claimMessages } from './claim-messages.ts'
import style from './claim-compare.module.css'

interface ClaimCompareProps {
  payer: { payerName: string | null; payerMasked: string | null }
  candidate: ClaimCandidate
}

/** Who paid beside whom it is claimed for; what differs is marked before anything is decided. */
export function ClaimCompare({ payer, candidate }: ClaimCompareProps) {
  const t = useMessages(claimMessages)
  const registered =
    candidate.accountName === candidate.name
      ? candidate.name
      : `${candidate.name}（${t('accountName', { name: candidate.accountName })}）`
  const rows = [
    ['name', payer.payerName, registered, candidate.nameAgrees],
    ['account', payer.payerMasked, candidate.accountMasked, candidate.accountAgrees],
  ] as const
  return (
    <>
      <table className={style.compare}>
        <caption className="visually-hidden">{t('compare')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('compare')}</span>
            </th>
            <th scope="col">{t('payer')}</th>
            <th scope="col">{t('unit')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([what, paid, known, agrees]) => (
            <tr key={what} data-differs={agrees === false}>
              <th scope="row">{t(what)}</th>
              <td>{paid ?? t('unknown')}</td>
              <td>
                {known}
                {agrees === null ? null : <span className={style.verdict}>{t(agrees ? 'same' : 'differs')}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {candidate.samePayer ? null : <Notice tone="warning">{t('otherPayer')}</Notice>}
      {candidate.samePayer && candidate.accountAgrees === false ? <p className="quiet">{t('otherAccount')}</p> : null}
    </>
  )
}
