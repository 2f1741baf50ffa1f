import { Button } from '@mantine/core'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Facts } from '../../../shared/ui/facts.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import type { ListedAccessTokenFragment } from './access-token.generated.ts'
import style from './access-token.module.css'
import { messages } from './messages.ts'

type Token = ListedAccessTokenFragment
type Standing = 'inForce' | 'expired' | 'revoked'

const tones = { inForce: 'done', expired: 'idle', revoked: 'refused' } as const

function standingOf({ revokedAt, expiresAt }: Token): Standing {
  if (revokedAt) return 'revoked'
  return new Date(expiresAt) <= new Date() ? 'expired' : 'inForce'
}

/** One token: how far it reaches, until when, and what it did. */
export function TokenCard({ token, onRevoke }: { token: Token; onRevoke?: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const standing = standingOf(token)
  const { id, name, hint, scopes, test, maker, createdAt, expiresAt, revokedAt, lastUsedAt, uses } = token
  return (
    <li className={style.token} data-ended={standing !== 'inForce'} aria-labelledby={`token-${id}`}>
      <div className={style.head}>
        <h2 id={`token-${id}`}>{name}</h2>
        <StatusBadge tone={tones[standing]}>{t(standing)}</StatusBadge>
        {test ? <StatusBadge tone="warning">{t('test')}</StatusBadge> : null}
        {standing === 'inForce' && onRevoke ? (
          <Button variant="default" size="sm" onClick={onRevoke} aria-label={t('revokeWhat', { name })}>
            {t('revoke')}
          </Button>
        ) : null}
      </div>
      <Facts
        facts={[
          [t('scopes'), scopes.map((scope) => t(scope)).join(' · ')],
          [t('secretEnd'), `…${hint}`],
          [t('made'), t('madeBy', { day: format.instant(createdAt), maker })],
          revokedAt ? [t('revokedAt'), format.instant(revokedAt)] : [t('until'), format.instant(expiresAt)],
          [t('lastUsed'), lastUsedAt ? format.instant(lastUsedAt) : t('never')],
        ]}
      />
      {uses.length > 0 ? (
        <details className={style.uses}>
          <summary>{t('used')}</summary>
          <PlainTable
            caption={t('used')}
            bare
            columns={[t('field'), { end: t('calls') }, { end: t('refused') }, t('lastAt')]}
          >
            {uses.map(({ field, calls, refused, lastAt }) => (
              <tr key={field}>
                <th scope="row" data-whole>
                  <code>{field}</code>
                </th>
                <td data-align="end" data-label={t('calls')}>
                  {calls}
                </td>
                <td data-align="end" data-label={t('refused')}>
                  {refused}
                </td>
                <td data-label={t('lastAt')}>{format.instant(lastAt)}</td>
              </tr>
            ))}
          </PlainTable>
        </details>
      ) : null}
    </li>
  )
}
