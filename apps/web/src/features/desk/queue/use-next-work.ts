import { startTransition, useEffect, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useClient } from '../../../shared/data/hooks.tsx'
import { workLifecycles } from '../../../shared/case/work-lifecycles.ts'
import { isCasePath, workPath } from '../../../shared/case/work-path.ts'
import { trailOf, workFilter } from '../../../shared/case/work-trail.ts'
import { NextCaseDocument } from './work.generated.ts'
import type { NextCaseQuery, NextCaseQueryVariables } from './work.generated.ts'

type Page = NextCaseQuery['work']
type Row = Page['edges'][number]['node']

/** Of a list that is longer than this nothing else is free. */
const mostPages = 20

/**
 * Leads on to the next case of the list that this page was opened from, with its desk and order (by deadline, where it names none): one that
 * the viewer may take the next step of, that no colleague has, and that was not passed before.
 */
export function useNextWork() {
  const client = useClient()
  const navigate = useNavigate()
  const { pathname, state } = useLocation()
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    if (!busy) running.current = false
  }, [busy])
  /** Of which page nothing was found to go on to, or that nothing came. */
  const [found, setFound] = useState<{ at: string; said: 'runEmpty' | 'failed' }>()
  const trail = trailOf(state) ?? { work: '', passed: [] }
  // A case that was opened at its own address is known by it; a desk has many.
  const passed = [...(trail.passed ?? []), ...(isCasePath(pathname) ? [pathname] : [])]
  const isPassed = (row: Row) => passed.includes(row.id) || passed.includes(workPath(row))
  const ask = async (variables: NextCaseQueryVariables) =>
    (await client.query({ query: NextCaseDocument, variables, fetchPolicy: 'network-only' })).data?.work
  const find = async () => {
    const { desk, owner, sort, district } = workFilter(trail.work)
    const variables = {
      lifecycle: workLifecycles.find((name) => name === desk) ?? null,
      owner: owner === 'STALE' ? 'ANYBODY' : owner,
      district,
      sort: new URLSearchParams(trail.work).has('sort') ? sort : 'DUE',
    } as const
    let after: string | null = null
    for (let page = 0; page < mostPages; page += 1) {
      const work: Page | undefined = await ask({ ...variables, after })
      const next = work?.edges
        .map(({ node }) => node)
        .find((row) => !isPassed(row) && (row.mine || row.ownerId === null))
      if (next || !work?.pageInfo.hasNextPage) return next
      after = work.pageInfo.endCursor ?? null
    }
    return undefined
  }
  const goOn = async () => {
    if (running.current) return
    running.current = true
    setBusy(true)
    try {
      const next = await find()
      if (!next) return setFound({ at: pathname, said: 'runEmpty' })
      await navigate(workPath(next), { state: { work: trail.work, passed: [...passed, next.id] } })
    } catch {
      setFound({ at: pathname, said: 'failed' })
    } finally {
      // With the page, so that a second press meets where it now is.
      startTransition(() => setBusy(false))
    }
  }
  return { goOn, busy, said: found?.at === pathname ? found.said : undefined, list: trail.work }
}
