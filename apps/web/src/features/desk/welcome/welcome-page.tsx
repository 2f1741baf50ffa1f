import { IconBuilding, IconId, IconUser } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { messages } from './messages.ts'
import style from './welcome-page.module.css'

/** The front door: what this is, and a way in for each of three kinds of people. */
export function WelcomePage() {
  const t = useMessages(messages)
  const doors = [
    {
      to: '/sign-in/employer',
      icon: IconBuilding,
      name: t('employer'),
      text: t('employerText'),
      how: t('employerHow'),
    },
    { to: '/sign-in/me', icon: IconUser, name: t('insured'), text: t('insuredText'), how: t('insuredHow') },
    { to: '/sign-in/staff', icon: IconId, name: t('staff'), text: t('staffText'), how: t('staffHow') },
  ]
  return (
    <div className={style.welcome}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <h2 className="visually-hidden">{t('who')}</h2>
      <ul className={style.doors}>
        {doors.map(({ to, icon: Icon, name, text, how }) => (
          <li key={to}>
            <Link to={to} className={style.door}>
              <Icon size={32} stroke={1.4} aria-hidden />
              <span className={style.name}>{name}</span>
              <span className={style.text}>{text}</span>
              <span className={style.how}>{how}</span>
              <span className={style.enter} aria-hidden="true">
                {t('signIn')} →
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <h2 className={style.openTitle}>{t('openTitle')}</h2>
      <ul className={style.open}>
        <li>
          <Link to="/register">{t('register')}</Link>
          <span>{t('registerText')}</span>
        </li>
        <li>
          <Link to="/calculator">{t('calculator')}</Link>
          <span>{t('calculatorText')}</span>
        </li>
        <li>
          <Link to="/verify">{t('verify')}</Link>
          <span>{t('verifyText')}</span>
        </li>
      </ul>
      <p className={style.rights}>{t('rights')}</p>
    </div>
  )
}
