import { Link } from 'react-router'
import { useMessages } from '../lib/language-context.tsx'
import { messages } from './messages.ts'
import { PageHeader } from './page-header.tsx'

export function NotFoundPage() {
  const t = useMessages(messages)
  return (
    <>
      <PageHeader title={t('notFoundTitle')} lead={t('notFoundText')} />
      <p>
        <Link to="/">{t('goHome')}</Link>
      </p>
    </>
  )
}
