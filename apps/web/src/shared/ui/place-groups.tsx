import { IconChevronDown } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useLocation } from 'react-router'
import { placeGroups } from '../lib/feature.ts'
import { useMessages } from '../lib/language-context.tsx'
import { countOf, PlaceCount, PlaceList, type PlaceListProps } from './place-list.tsx'
import { groupMessages } from './place-group-messages.ts'
import style from './place-groups.module.css'

/** As many places as a window of 900 px shows without scrolling; more are gathered under headings that fold. */
const mostUnfolded = 14

type Group = (typeof placeGroups)[number]

/** All places where they are few; otherwise one group is open at a time, at first the one of the page that is open. */
export function PlaceGroups({ places, waiting = {}, onChosen }: PlaceListProps) {
  const { pathname } = useLocation()
  // Of a place and another below it, the nearer one.
  const [here] = places
    .filter(({ to, group }) => group && (pathname === to || pathname.startsWith(`${to}/`)))
    .toSorted((a, b) => b.to.length - a.to.length)
  const [chosen, setChosen] = useState<{ at: string; group: Group | undefined }>()
  const open = chosen?.at === pathname ? chosen.group : here?.group
  const shared = { waiting, ...(onChosen ? { onChosen } : {}) }
  if (places.length <= mostUnfolded) return <PlaceList places={places} {...shared} />
  return (
    <>
      <PlaceList places={places.filter(({ group }) => !group)} {...shared} />
      {placeGroups.map((group) => (
        <OneGroup
          key={group}
          group={group}
          places={places.filter((place) => place.group === group)}
          open={group === open}
          onToggle={() => setChosen({ at: pathname, group: group === open ? undefined : group })}
          {...shared}
        />
      ))}
    </>
  )
}

interface OneGroupProps extends PlaceListProps {
  group: Group
  open: boolean
  onToggle: () => void
}

/** Folded, it still says how many cases wait in it. */
function OneGroup({ group, places, open, onToggle, ...shared }: OneGroupProps) {
  const t = useMessages(groupMessages)
  const listId = useId()
  if (places.length === 0) return null
  return (
    <section>
      <button type="button" className={style.fold} aria-expanded={open} aria-controls={listId} onClick={onToggle}>
        <IconChevronDown size={18} aria-hidden />
        <span>{t(group)}</span>
        {open ? null : <PlaceCount count={countOf(places, shared.waiting)} />}
      </button>
      <div id={listId} hidden={!open}>
        <PlaceList places={places} {...shared} />
      </div>
    </section>
  )
}
