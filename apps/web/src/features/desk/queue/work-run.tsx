import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import { isCasePath } from '../../../shared/case/work-path.ts'
import { trailOf, workHome } from '../../../shared/case/work-trail.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { handlesCases } from '../../../shared/lib/staff-role.ts'
import { useChoiceKeys } from '../../../shared/ui/use-row-keys.ts'
import { messages } from './later-messages.ts'
import { useNextWork } from './use-next-work.ts'
import style from './work-run.module.css'

/** A review goes on by itself after its decision, and has keys of its own. */
const reviews = /^\/staff\/(declarations|monthly)\//

/** Above every waiting case: on to the next one, whatever kind it is, or back to the list. */
export function WorkRun() {
  const { pathname, state } = useLocation()
  const { roles } = useViewer()
  const opened = trailOf(state) !== undefined && pathname !== workHome
  if (!handlesCases(roles) || reviews.test(pathname) || !(opened || isCasePath(pathname))) return null
  return <Run />
}

function Run() {
  const t = useMessages(messages)
  const navigate = useNavigate()
  const { goOn, busy, said, list } = useNextWork()
  const home = `${workHome}${list}`
  const keys = useMemo(() => ({ g: () => void goOn(), u: () => void navigate(home) }), [goOn, navigate, home])
  useChoiceKeys(keys)
  return (
    <nav className={style.run} aria-label={t('runLabel')}>
      <Link to={home}>{t('backToWork')}</Link>
      <Button size="compact-sm" variant="default" loading={busy} onClick={() => void goOn()}>
        {t('goOn')}
      </Button>
      <span aria-live="polite">{said ? t(said) : null}</span>
      <span className="quiet keyboard-hint">{t('runKeys')}</span>
    </nav>
  )
}
