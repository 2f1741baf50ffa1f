import { Button } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useMissingDuty, useViewer } from '../../../shared/lib/viewer-context.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { GivenLink } from '../accounts/index.ts'
import { ChangeDuties } from './change-duties.tsx'
import { ClerkTable } from './clerk-table.tsx'
import { ClerksDocument } from './clerks.generated.ts'
import type { ClerkFactsFragment } from './clerks.generated.ts'
import style from './clerks.module.css'
import { InviteClerk } from './invite-clerk.tsx'
import { messages } from './messages.ts'
import { useClerkDeeds } from './use-clerk-deeds.ts'

interface Doing {
  deed: 'CHANGE' | 'REMOVE' | 'LINK'
  clerk: ClerkFactsFragment
}

/** Who acts for the employer; its administrators invite, change and remove them. */
export function ClerksPage() {
  const t = useMessages(messages)
  const viewer = useViewer()
  const onlyLooks = useMissingDuty('ADMINISTER') !== undefined
  const employerId = viewer.employerId ?? ''
  const { data, error } = useQuery(ClerksDocument, { variables: { employerId }, fetchPolicy: 'cache-and-network' })
  const deeds = useClerkDeeds()
  const [doing, setDoing] = useState<Doing>()
  if (error && !data) return <Notice tone="refused">{t('loadFailed')}</Notice>
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {deeds.said ? <Notice tone={deeds.said.tone}>{t(deeds.said.key)}</Notice> : null}
      {deeds.link ? <GivenLink key={deeds.link.code} link={deeds.link} onKept={deeds.forgetLink} /> : null}
      {data ? (
        <ClerkTable
          clerks={data.clerks}
          {...(onlyLooks
            ? {}
            : { deeds: (clerk) => <ClerkDeeds clerk={clerk} onChoose={(deed) => setDoing({ deed, clerk })} /> })}
        />
      ) : (
        <Skeleton lines={4} />
      )}
      {onlyLooks ? <p>{t('onlyAdministrator')}</p> : null}
      {onlyLooks ? null : (
        <section className={style.section}>
          <h2>{t('invite')}</h2>
          <p>{t('inviteLead')}</p>
          <InviteClerk onInvite={deeds.invite} />
        </section>
      )}
      {doing ? <DoingDialog {...doing} deeds={deeds} onDone={() => setDoing(undefined)} /> : null}
    </>
  )
}

function ClerkDeeds({ clerk, onChoose }: { clerk: ClerkFactsFragment; onChoose: (deed: Doing['deed']) => void }) {
  const t = useMessages(messages)
  const of = (verb: string) => `${verb}: ${clerk.displayName}`
  return (
    <div className={style.deeds}>
      <Button variant="default" size="compact-md" aria-label={of(t('change'))} onClick={() => onChoose('CHANGE')}>
        {t('change')}
      </Button>
      {clerk.self ? null : (
        <Button variant="default" size="compact-md" aria-label={of(t('link'))} onClick={() => onChoose('LINK')}>
          {t('link')}
        </Button>
      )}
      <Button
        variant="default"
        color="zhu.7"
        size="compact-md"
        aria-label={of(t('remove'))}
        onClick={() => onChoose('REMOVE')}
      >
        {t('remove')}
      </Button>
    </div>
  )
}

interface DoingDialogProps extends Doing {
  deeds: ReturnType<typeof useClerkDeeds>
  onDone: () => void
}

function DoingDialog({ deed, clerk, deeds, onDone }: DoingDialogProps) {
  const t = useMessages(messages)
  const { id, displayName: name } = clerk
  if (deed === 'CHANGE')
    return (
      <ChangeDuties
        clerk={clerk}
        busy={deeds.busy}
        onCancel={onDone}
        onSave={(duties) => void deeds.change(id, duties).finally(onDone)}
      />
    )
  const removes = deed === 'REMOVE'
  return (
    <ConfirmDialog
      opened
      title={t(removes ? 'removeTitle' : 'linkTitle', { name })}
      consequence={t(removes ? (clerk.self ? 'removeSelfText' : 'removeText') : 'linkText')}
      verb={t(removes ? 'remove' : 'link')}
      grave={removes}
      busy={deeds.busy}
      onCancel={onDone}
      onConfirm={() => void (removes ? deeds.remove(id) : deeds.issue(id)).finally(onDone)}
    />
  )
}
