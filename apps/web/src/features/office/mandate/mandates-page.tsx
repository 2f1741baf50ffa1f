import { useState } from 'react'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { useStale } from '../../../shared/case/use-stale.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useMissingDuty, useViewer } from '../../../shared/lib/viewer-context.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { GrantMandate } from './grant-mandate.tsx'
import {
  AcceptMandateDocument,
  DeclineMandateDocument,
  EndMandateDocument,
  MandatesDocument,
} from './mandate.generated.ts'
import { EmployersActedForDocument } from './employer-switch.generated.ts'
import type { MandateFactsFragment } from './mandate.generated.ts'
import { MandateTable, type Verb } from './mandate-table.tsx'
import style from './mandate.module.css'
import { messages } from './messages.ts'

type Said = { tone: 'done' | 'refused'; text: string }

/** The mandates an employer gave, and those it received from others. */
export function MandatesPage() {
  const t = useMessages(messages)
  const employerId = useViewer().employerId ?? ''
  const onlyLooks = useMissingDuty('ADMINISTER') !== undefined
  const { data, error, refetch } = useQuery(MandatesDocument, {
    variables: { employerId },
    fetchPolicy: 'cache-and-network',
  })
  const { isStale, staleNotice } = useStale(refetch)
  const [said, setSaid] = useState<Said>()
  const [chosen, setChosen] = useState<{ verb: Verb; mandate: MandateFactsFragment }>()
  const onChoose = onlyLooks ? undefined : (verb: Verb, mandate: MandateFactsFragment) => setChosen({ verb, mandate })
  if (error && !data) return <Notice tone="refused">{t('loadFailed')}</Notice>
  const given = data?.mandates.filter((mandate) => mandate.employerId === employerId) ?? []
  const received = data?.mandates.filter((mandate) => mandate.agencyId === employerId) ?? []
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {said ? <Notice tone={said.tone}>{said.text}</Notice> : null}
      {staleNotice}
      {!data ? <Skeleton lines={4} /> : null}
      {received.length > 0 ? (
        <section className={style.section}>
          <h2>{t('received')}</h2>
          <MandateTable caption={t('received')} mandates={received} other="employer" onChoose={onChoose} />
        </section>
      ) : null}
      <section className={style.section}>
        <h2>{t('given')}</h2>
        {data && given.length === 0 ? <p>{t('noneGiven')}</p> : null}
        {given.length > 0 ? (
          <MandateTable caption={t('given')} mandates={given} other="agency" onChoose={onChoose} />
        ) : null}
      </section>
      <section className={style.section}>
        <h2>{t('grant')}</h2>
        {onlyLooks ? (
          <p>{t('onlyAdministrator')}</p>
        ) : (
          <GrantMandate onGranted={(name) => setSaid({ tone: 'done', text: t('doneGranted', { name }) })} />
        )}
      </section>
      {chosen ? (
        <Decide
          {...chosen}
          other={chosen.mandate.employerId === employerId ? chosen.mandate.agencyName : chosen.mandate.employerName}
          onDone={(outcome) => {
            setChosen(undefined)
            if (!outcome) return setSaid({ tone: 'refused', text: t('failed') })
            return setSaid(isStale(outcome) ? undefined : { tone: 'done', text: t('doneDecided') })
          }}
          onCancel={() => setChosen(undefined)}
        />
      ) : null}
    </>
  )
}

interface DecideProps {
  verb: Verb
  mandate: MandateFactsFragment
  other: string
  onDone: (outcome: { __typename: string } | undefined) => void
  onCancel: () => void
}

function Decide({ verb, mandate, other: name, onDone, onCancel }: DecideProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const after = { refetchQueries: [MandatesDocument, EmployersActedForDocument] }
  const [accept, accepting] = useMutation(AcceptMandateDocument, after)
  const [decline, declining] = useMutation(DeclineMandateDocument, after)
  const [end, ending] = useMutation(EndMandateDocument, after)
  const variables = { id: mandate.id, decidedOn: mandate.mark }
  const carryOut = async () => {
    if (verb === 'accept') return (await accept({ variables })).data?.acceptMandate
    if (verb === 'decline') return (await decline({ variables })).data?.declineMandate
    return (await end({ variables })).data?.endMandate
  }
  const days = { from: format.date(mandate.validFrom), to: format.date(mandate.validTo) }
  return (
    <ConfirmDialog
      opened
      title={t(`${verb}Title`, { name })}
      consequence={verb === 'accept' ? t('acceptText', days) : t(`${verb}Text`)}
      verb={t(verb)}
      grave={verb === 'end'}
      busy={accepting.loading || declining.loading || ending.loading}
      onCancel={onCancel}
      onConfirm={() => void carryOut().then(onDone, () => onDone(undefined))}
    />
  )
}
