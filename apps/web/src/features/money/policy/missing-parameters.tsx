import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { defineMessages } from '../../../shared/lib/messages.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { MonthWithoutParametersDocument } from './missing-parameters.generated.ts'

const messages = defineMessages(
  {
    missing: '尚未公布{month}的缴费政策参数，现在不能开具缴费通知单。由一人录入并试算，另一人公布。',
    open: '录入政策参数',
  },
  {
    missing:
      'No parameters are published for {month}: nothing can be billed yet. One person prepares and simulates them, another publishes.',
    open: 'Enter the parameters',
  },
)

/** Above the home of an office that has just been made, until its parameters are published. */
export function MissingParameters() {
  const t = useMessages(messages)
  const format = useFormat()
  const { data } = useQuery(MonthWithoutParametersDocument, { fetchPolicy: 'cache-and-network' })
  const month = data?.monthWithoutParameters
  if (month === undefined || month === null) return null
  return (
    <Notice tone="warning">
      {t('missing', { month: format.period(month) })} <Link to="/staff/policy/new">{t('open')}</Link>
    </Notice>
  )
}
