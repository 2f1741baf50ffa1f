import { useState } from 'react'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { OutlookNotice } from '../../../shared/case/outlook-notice.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { handlesCases } from '../../../shared/lib/staff-role.ts'
import desk from '../../../shared/ui/desk.module.css'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { Absences } from './absences.tsx'
import { messages } from './messages.ts'
import { OneRule, type Said } from './one-rule.tsx'
import { ProposeRule } from './propose-rule.tsx'
import style from './work-rule.module.css'
import { WorkRulesPageDocument } from './work-rule.generated.ts'

/** To whom work goes: the rules that wait and hold, proposing one, and who is away. */
export function WorkRulesPage() {
  const t = useMessages(messages)
  const { data, error, refetch } = useQuery(WorkRulesPageDocument, { fetchPolicy: 'cache-and-network' })
  const [said, setSaid] = useState<Said | 'proposed' | 'absenceNoted'>()
  const [round, setRound] = useState(0)
  if (error && !data) throw error
  if (!data) return <Skeleton lines={10} />
  const { workRules: rules, workRuleOutlook: outlook, districtOffices: offices, agencyPeople: people } = data
  const done = async (what: typeof said) => {
    await refetch()
    setSaid(what)
    setRound(round + 1)
  }
  const handlers = people.filter(({ roles }) => handlesCases(roles))
  const list = (states: readonly string[]) =>
    rules
      .filter(({ state }) => states.includes(state))
      .map((rule) => <OneRule key={rule.id} rule={rule} offices={offices} onDone={done} renew={refetch} />)
  const [waiting, inForce, over] = [list(['PROPOSED']), list(['PUBLISHED']), list(['REFUSED', 'WITHDRAWN', 'ENDED'])]
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {said ? <Notice tone="done">{t(said)}</Notice> : null}
      {waiting.length > 0 ? (
        <section className={desk.section}>
          <h2>{t('waiting')}</h2>
          <ul className={style.rules}>{waiting}</ul>
        </section>
      ) : null}
      <section className={desk.section}>
        <h2>{t('inForce')}</h2>
        {inForce.length === 0 ? <p className="quiet">{t('none')}</p> : <ul className={style.rules}>{inForce}</ul>}
      </section>
      <section className={desk.section}>
        <h2>{t('propose')}</h2>
        <OutlookNotice outlook={outlook} />
        {outlook.mayOpen ? (
          <ProposeRule key={round} offices={offices} people={handlers} onProposed={() => done('proposed')} />
        ) : null}
      </section>
      <Absences absences={data.staffAbsences} people={handlers} onDone={() => done('absenceNoted')} />
      {over.length > 0 ? (
        <section className={desk.section}>
          <h2>{t('over')}</h2>
          <ul className={style.rules}>{over}</ul>
        </section>
      ) : null}
    </>
  )
}
