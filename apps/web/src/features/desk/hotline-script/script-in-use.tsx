import { useMutation } from '../../../shared/data/hooks.tsx'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { stepAnswer } from '../../../shared/case/use-task.ts'
import { DateField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { readDate } from '../../../shared/lib/typed-text.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import desk from '../../../shared/ui/desk.module.css'
import { Notice } from '../../../shared/ui/notice.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { messages } from './messages.ts'
import { ScriptBody } from './script-body.tsx'
import { ReviewScriptDocument } from './script.generated.ts'
import type { ScriptPageQuery, ScriptRefusedFragment } from './script.generated.ts'
import style from './script.module.css'
import type { Said } from './said.ts'

type Version = NonNullable<ScriptPageQuery['hotlineScript']['inUse']>
type Figures = ScriptPageQuery['hotlineScriptFigures']

interface ScriptInUseProps {
  version: Version
  figures: Figures
  /** Another version waits: that is decided first. */
  waits: boolean
  onDone: (said: Said) => Promise<void>
  renew: () => Promise<unknown>
}

export const valuesOf = (figures: Figures) => Object.fromEntries(figures.map(({ name, value }) => [name, value]))

/** What agents say now, as they say it, and looking at it again. */
export function ScriptInUse({ version, figures, waits, onDone, renew }: ScriptInUseProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const { reviewOverdue, reviewDueOn, reviewedOn, requesterName, procedure } = version
  const values = valuesOf(figures)
  const mayReview = procedure.some(({ event, standing }) => event === 'REVIEW' && standing === 'MAY')
  return (
    <section className={desk.section}>
      <h2>{t('inUse')}</h2>
      <div className={desk.head}>
        <StatusBadge tone={reviewOverdue ? 'overdue' : 'idle'}>
          {t(reviewOverdue ? 'overdue' : 'dueOn', { date: format.date(reviewDueOn) })}
        </StatusBadge>
        <span className="quiet">
          {[
            t('versionOf', { version: String(version.version) }),
            ...(requesterName === null ? [t('release')] : []),
            t('reviewedOn', { date: format.date(reviewedOn) }),
          ].join(' · ')}
        </span>
      </div>
      <div className={style.texts}>
        <div>
          <h3>{t('chinese')}</h3>
          <ScriptBody text={version.textZh} language="zh-CN" values={values} />
          <p className={`${style.source} quiet`}>{t('source', { source: version.sourceZh })}</p>
        </div>
        <div>
          <h3>{t('english')}</h3>
          <ScriptBody text={version.textEn} language="en" values={values} />
          <p className={`${style.source} quiet`}>{t('source', { source: version.sourceEn })}</p>
        </div>
      </div>
      <p className="quiet">{t('asSaid')}</p>
      {mayReview && !waits ? <Review key={version.mark} version={version} onDone={onDone} renew={renew} /> : null}
    </section>
  )
}

function Review({ version, onDone, renew }: Pick<ScriptInUseProps, 'version' | 'onDone' | 'renew'>) {
  const t = useMessages(messages)
  const [review] = useMutation(ReviewScriptDocument)
  const take = async ({ reviewDueOn }: { reviewDueOn: string | null }) => {
    const variables = { id: version.id, decidedOn: version.mark, reviewDueOn: reviewDueOn ?? '' }
    const outcome = (await review({ variables })).data?.reviewHotlineScript
    const against = outcome?.__typename === 'HotlineScriptRefused' ? [outcome.reason] : undefined
    return stepAnswer<ScriptRefusedFragment['reason']>(outcome, against, () => onDone('reviewedDone'))
  }
  return (
    <div className={style.narrow}>
      <div>
        <h3>{t('reviewTitle')}</h3>
        <p>{t('reviewText')}</p>
      </div>
      <StepForm<{ reviewDueOn: string | null }, ScriptRefusedFragment['reason']>
        blank={{ reviewDueOn: null }}
        aside={!version.reviewOverdue}
        fields={(control) => <DateField control={control} name="reviewDueOn" label={t('reviewDueOn')} />}
        wrong={({ reviewDueOn }) =>
          reviewDueOn !== null && readDate(reviewDueOn) === reviewDueOn ? {} : { reviewDueOn: t('reviewDueOnWrong') }
        }
        verb={t('reviewVerb')}
        take={take}
        problems={([reason]) => (reason ? <Notice tone="refused">{t(reason)}</Notice> : null)}
        renew={renew}
      />
    </div>
  )
}
