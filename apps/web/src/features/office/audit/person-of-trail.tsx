import { Button, TextInput } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { useLazyQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { AuditedPersonDocument } from './audit.generated.ts'
import { auditMessages } from './audit-messages.ts'
import style from './audit-page.module.css'

/** A person's entries: by the whole number, with a reason, both of which are written down. */
export function PersonOfTrail() {
  const t = useMessages(auditMessages)
  const [, setParams] = useSearchParams()
  const [find, { data, loading, error }] = useLazyQuery(AuditedPersonDocument, { fetchPolicy: 'network-only' })
  const person = data?.auditedPerson
  return (
    <details className={style.person}>
      <summary>{t('ofPerson')}</summary>
      <form
        className={style.auditForm}
        aria-label={t('ofPerson')}
        onSubmit={(event) => {
          event.preventDefault()
          const given = new FormData(event.currentTarget)
          const text = (name: string) => {
            const value = given.get(name)
            return typeof value === 'string' ? value.trim() : ''
          }
          void find({ variables: { number: text('number'), reason: text('reason') } }).then(({ data: found }) => {
            if (found?.auditedPerson) setParams([['person', found.auditedPerson.id]])
          })
        }}
      >
        <TextInput name="number" size="sm" label={t('number')} autoComplete="off" required />
        <TextInput
          name="reason"
          size="sm"
          label={t('reason')}
          autoComplete="off"
          minLength={4}
          maxLength={500}
          required
        />
        <Button type="submit" size="sm" loading={loading}>
          {t('findPerson')}
        </Button>
      </form>
      {error ? <Notice tone="refused">{t('personFailed')}</Notice> : null}
      {data && !person ? <Notice tone="info">{t('nobody')}</Notice> : null}
      {person ? <Notice tone="info">{t('shown', { name: person.nameMasked, number: person.idMasked })}</Notice> : null}
    </details>
  )
}
