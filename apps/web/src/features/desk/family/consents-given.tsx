import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { RevokeRecordConsentDocument, type FamilyQuery } from './family.generated.ts'
import style from './family.module.css'
import { messages } from './messages.ts'

type Consent = FamilyQuery['recordConsents'][number]

/** Whom I let read, the ended ones too; what stands can be taken back. */
export function ConsentsGiven({ consents }: { consents: readonly Consent[] }) {
  const t = useMessages(messages)
  const [asked, setAsked] = useState<Consent>()
  const [failed, setFailed] = useState(false)
  const [revoke, { loading }] = useMutation(RevokeRecordConsentDocument)
  const confirm = async () => {
    if (!asked) return
    const { data } = await revoke({ variables: { id: asked.id } }).catch(() => ({ data: undefined }))
    setFailed(!data)
    setAsked(undefined)
  }
  return (
    <section className={style.section}>
      <h2>{t('givenTitle')}</h2>
      {failed ? <Notice tone="refused">{t('revokeFailed')}</Notice> : null}
      {consents.length === 0 ? <p className={style.soft}>{t('givenNone')}</p> : null}
      <ul className={style.list}>
        {consents.map((consent) => (
          <li key={consent.id}>
            <span>
              {consent.readerName} <span className={style.soft}>{t(consent.relation)}</span>
              <span className="sub">{consent.readerNumberMasked}</span>
            </span>
            <Standing consent={consent} />
            {consent.stands ? (
              <Button variant="default" size="sm" onClick={() => setAsked(consent)}>
                {t('revoke')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        opened={asked !== undefined}
        title={t('revokeTitle', { name: asked?.readerName ?? '' })}
        consequence={t('revokeText', { name: asked?.readerName ?? '' })}
        verb={t('revoke')}
        busy={loading}
        onConfirm={() => void confirm()}
        onCancel={() => setAsked(undefined)}
      />
    </section>
  )
}

function Standing({ consent: { stands, revokedAt, validTo } }: { consent: Consent }) {
  const t = useMessages(messages)
  const format = useFormat()
  if (stands) return <span className={style.soft}>{t('until', { date: format.date(validTo) })}</span>
  return (
    <span className={style.soft}>
      {revokedAt ? t('revoked', { date: format.instant(revokedAt) }) : t('ended', { date: format.date(validTo) })}
    </span>
  )
}
