import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { Button } from '@mantine/core'
import { isRouteErrorResponse, useRouteError } from 'react-router'
import { useMessages } from '../lib/language-context.tsx'
import { messages } from './messages.ts'
import { NotFoundPage } from './not-found-page.tsx'
import { PageHeader } from './page-header.tsx'
import style from './page.module.css'

function codesOf(error: unknown): unknown[] {
  return CombinedGraphQLErrors.is(error) ? error.errors.map(({ extensions }) => extensions?.['code']) : []
}

function referenceOf(error: unknown): string | undefined {
  if (!CombinedGraphQLErrors.is(error)) return undefined
  const references = error.errors.map(({ extensions }) => extensions?.['reference'])
  return references.find((reference) => typeof reference === 'string')
}

/** A page whose script is gone from the server: the product was updated while this tab was open. */
function isMissingChunk(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|module script|importing/i.test(error.message)
}

/** Stands in for a page that could not be shown; the frame around it stays. */
export function RootErrorPage() {
  const t = useMessages(messages)
  const error = useRouteError()
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />
  if (codesOf(error).includes('NOT_FOUND')) return <NotFoundPage />
  const reference = referenceOf(error)
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
