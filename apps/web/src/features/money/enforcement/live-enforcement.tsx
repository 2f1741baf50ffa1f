import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { LiveEnforcementDocument } from './enforcement.generated.ts'
import { messages } from './messages.ts'

/** On the unit's bills: that one of them is being enforced, and the way to the case. */
export function LiveEnforcement() {
  const t = useMessages(messages)
  const { data } = useQuery(LiveEnforcementDocument)
  const last = data?.enforcementCases.edges[0]?.node
  if (!last || last.waitsFor === null) return null
  return (
    <Notice tone="warning">
      {t('live', { number: last.number })} <Link to={`/employer/enforcement/${last.id}`}>{t('liveLink')}</Link>
    </Notice>
  )
}
