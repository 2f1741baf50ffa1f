import { Button } from '@mantine/core'
import { useMessages } from '../lib/language-context.tsx'
import { useShownError } from '../routing/error-place.tsx'
import { messages } from './messages.ts'
import { NotFoundPage } from './not-found-page.tsx'
import { OtherRolePage } from './other-role-page.tsx'
import { PageHeader } from './page-header.tsx'
import style from './page.module.css'

/** What the server said about each error of an answer. By shape, for this page also stands where no data client is loaded. */
function extensionsOf(error: unknown): Array<Record<string, unknown>> {
  if (!(error instanceof Error) || !('errors' in error) || !Array.isArray(error.errors)) return []
  return error.errors.map((one: { extensions?: Record<string, unknown> }) => one.extensions ?? {})
}

/** A page whose script is gone from the server: the product was updated while this tab was open. */
function isMissingChunk(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|module script|importing/i.test(error.message)
}

/** Stands in for a page that could not be shown; the frame around it stays. */
export function RootErrorPage() {
  const t = useMessages(messages)
  const error = useShownError()
  const extensions = extensionsOf(error)
  if (extensions.some(({ code }) => code === 'NOT_FOUND')) return <NotFoundPage />
  if (extensions.some(({ code }) => code === 'FORBIDDEN')) return <OtherRolePage home="/" />
  const reference = extensions.map(({ reference: text }) => text).find((text) => typeof text === 'string')
  const updated = isMissingChunk(error)
  return (
    <div className={style.column} role="alert">
      <PageHeader title={t('errorTitle')} lead={updated ? t('newVersionText') : t('errorText')} />
      {reference ? <p>{t('errorReference', { reference })}</p> : null}
      <div>
        <Button onClick={() => window.location.reload()}>{updated ? t('reload') : t('retry')}</Button>
      </div>
    </div>
  )
}
