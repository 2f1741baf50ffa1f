import { useMutation, useQuery } from '@apollo/client/react'
import { Button, SegmentedControl } from '@mantine/core'
import '@mantine/core/styles/FloatingIndicator.css'
import '@mantine/core/styles/SegmentedControl.css'
import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { joinPages } from '../../../shared/lib/join-pages.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import type { Choice, DifferenceNode, Inspection } from './difference.ts'
import { BulkSettling } from './bulk-settling.tsx'
import { DifferencesDocument, ReopenDifferencesDocument, ResolveDifferencesDocument } from './comparison.generated.ts'
import style from './comparison.module.css'
import { DifferenceCard } from './difference-card.tsx'
import { messages } from './messages.ts'

type Kind = DifferenceNode['kind']

interface DifferenceDeskProps {
  declarationId: string
  kinds: Inspection['comparison']['kinds']
  onChanged: () => Promise<unknown>
}

/** One kind at a time, the first with something open; each difference settled with one key. */
export function DifferenceDesk({ declarationId, kinds, onChanged }: DifferenceDeskProps) {
  const t = useMessages(messages)
  const [chosen, setChosen] = useState<Kind>()
  const [state, setState] = useState<'OPEN' | 'SETTLED'>('OPEN')
  const [failure, setFailure] = useState<string>()
  const list = useRef<HTMLUListElement>(null)
  const [place, setPlace] = useState(0)
  const kind = chosen ?? kinds.find(({ open }) => open > 0)?.kind ?? kinds[0]?.kind ?? 'MISSING_IN_UNIT'
  const count = kinds.find((other) => other.kind === kind)
  const { data, refetch, fetchMore } = useQuery(DifferencesDocument, {
    variables: { id: declarationId, kind, state },
    fetchPolicy: 'network-only',
  })
  const [resolve] = useMutation(ResolveDifferencesDocument)
  const [reopen] = useMutation(ReopenDifferencesDocument)
  const connection = data?.declaration.differences
  const differences = connection?.edges.map(({ node }) => node) ?? []

  const at = Math.max(0, Math.min(place, differences.length - 1))

  const after = async (work: () => Promise<string | undefined>) => {
    setFailure(undefined)
    try {
      setFailure(await work())
      await Promise.all([refetch(), onChanged()])
      // The next difference takes the place of the one that was settled.
      list.current?.querySelectorAll<HTMLElement>(':scope > li')[at]?.focus()
    } catch {
      setFailure(t('failed'))
    }
  }
  const settle = (choice: Choice) =>
    after(async () => {
      const answer = await resolve({ variables: { declarationId, ...choice } })
      const result = answer.data?.resolveDifferences
      return result?.__typename === 'ResolveRefused' ? t(`refused${result.code}`) : undefined
    })
  const settleAgain = (id: string) =>
    after(async () => {
      const answer = await reopen({ variables: { declarationId, ids: [id] } })
      const result = answer.data?.reopenDifferences
      return result?.__typename === 'ResolveRefused' ? t(`refused${result.code}`) : undefined
    })
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return
    event.preventDefault()
    const next = Math.max(0, Math.min(differences.length - 1, at + step))
    setPlace(next)
    list.current?.querySelectorAll<HTMLElement>(':scope > li')[next]?.focus()
  }

  return (
    <div className={style.desk}>
      <nav className={style.kinds} aria-label={t('kinds')}>
        {kinds.map((other) => (
          <button
            key={other.kind}
            type="button"
            aria-current={other.kind === kind}
            onClick={() => {
              setChosen(other.kind)
              setPlace(0)
            }}
          >
            <span>{t(other.kind)}</span>
            <span className={style.kindCount} data-open={other.open > 0}>
              {t('kindCount', { open: other.open, settled: other.settled })}
            </span>
          </button>
        ))}
      </nav>
      <div className={style.differences}>
        <p className={style.soft}>{t(`help${kind}`)}</p>
        <div className={style.bar}>
          <SegmentedControl
            aria-label={t('show')}
            value={state}
            onChange={(value) => setState(value === 'SETTLED' ? 'SETTLED' : 'OPEN')}
            data={[
              { value: 'OPEN', label: t('showOpen') },
              { value: 'SETTLED', label: t('showSettled') },
            ]}
          />
          {state === 'OPEN' && count && count.open > 1 ? (
            <BulkSettling kind={kind} count={count.open} allowed={differences[0]?.allowed ?? []} onSettle={settle} />
          ) : null}
        </div>
        {failure ? <Notice tone="refused">{failure}</Notice> : null}
        {connection ? null : <Skeleton lines={4} />}
        {connection && differences.length === 0 ? <p>{t('nothingOpen')}</p> : null}
        {differences.length > 0 && state === 'OPEN' ? (
          <p className={`${style.soft} keyboard-hint`}>{t('keys')}</p>
        ) : null}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys of the cards inside bubble up to here */}
        <ul ref={list} className={style.list} onKeyDown={onKeyDown}>
          {differences.map((difference, index) => (
            <DifferenceCard
              key={difference.id}
              difference={difference}
              onFocused={() => setPlace(index)}
              onSettle={settle}
              onReopen={() => settleAgain(difference.id)}
            />
          ))}
        </ul>
        {connection?.pageInfo.hasNextPage ? (
          <Button
            variant="default"
            onClick={() =>
              void fetchMore({
                variables: { after: connection.pageInfo.endCursor ?? null },
                updateQuery: joinPages,
              })
            }
          >
            {t('more')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
