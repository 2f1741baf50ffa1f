import { NavLink } from 'react-router'
import { useMessages } from '../../shared/lib/language-context.tsx'
import { policyMessages } from './policy-messages.ts'
import style from './policy.module.css'

/** The two halves: what holds, and what is on its way. */
export function PolicyTabs() {
  const t = useMessages(policyMessages)
  return (
    <nav className={style.tabs} aria-label={t('title')}>
      <NavLink to="/staff/policy" end>
        {t('inForce')}
      </NavLink>
      <NavLink to="/staff/policy/proposals">{t('proposals')}</NavLink>
    </nav>
  )
}
