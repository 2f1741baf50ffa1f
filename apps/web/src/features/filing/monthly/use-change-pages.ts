import { useRef } from 'react'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { joinPages } from '../../../shared/lib/join-pages.ts'
import type { FetchPage } from '../../../shared/ui/show-more.tsx'
import { MonthlyDeclarationDocument, type MonthlyDeclarationQueryVariables } from './declaration.generated.ts'

export type ChangeFilter = NonNullable<MonthlyDeclarationQueryVariables['filter']>

/** One declaration with its changes, page by page; what is read anew after a step is read as far as it was shown. */
export function useChangePages(id: string, filter: ChangeFilter) {
  const pages = useRef(1)
  const { data, error, fetchMore, refetch } = useQuery(MonthlyDeclarationDocument, {
    variables: { id, filter },
    fetchPolicy: 'cache-and-network',
  })
  const fetchPage: FetchPage = async (next) => {
    await fetchMore(next)
    pages.current += 1
  }
  const readAnew = async () => {
    let page = (await refetch()).data?.monthlyDeclaration.changes.pageInfo
    for (let shown = 1; shown < pages.current && page?.hasNextPage === true; shown += 1)
      page = (await fetchMore({ variables: { after: page.endCursor }, updateQuery: joinPages })).data
        ?.monthlyDeclaration.changes.pageInfo
  }
  /** Who has left the page needs it no more, and without a connection it stays as it is shown. */
  const renew = () => readAnew().catch(() => undefined)
  return { declaration: data?.monthlyDeclaration, error, fetchMore: fetchPage, renew }
}
