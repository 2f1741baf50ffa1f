import { createContext, startTransition, useContext, useLayoutEffect, useMemo, useState, type ReactNode } from 'react'
import { createPath, Router, useRoutes, type Navigator } from 'react-router'
import type { Navigation, Shown } from './navigation.ts'
import { encoded, locationOf } from './page-history.ts'
import { useScrollPlace } from './scroll-place.ts'

const GoingContext = createContext(false)
const HandlesContext = createContext<readonly unknown[]>([])

/** Whether the next page is on its way. */
export const useGoing = () => useContext(GoingContext)

/** What the routes that lead to the page say of themselves. */
export const useHandles = () => useContext(HandlesContext)

const navigatorOf = ({ history, push, replace }: Navigation): Navigator => ({
  createHref: (to) => (typeof to === 'string' ? to : createPath(to)),
  encodeLocation: encoded,
  go: history.go,
  push: (to, state, how) => push(locationOf(to, state), { keepsScroll: how?.preventScrollReset }),
  replace: (to, state, how) => replace(locationOf(to, state), { keepsScroll: how?.preventScrollReset }),
})

interface PageRouterProps {
  navigation: Navigation
  /** Stands until the first page is there. */
  waiting?: ReactNode
}

/** Shows where somebody is. What stands keeps standing while the next page is drawn. */
export function PageRouter({ navigation, waiting }: PageRouterProps) {
  const [{ shown, going }, setState] = useState(navigation.state)
  const navigator = useMemo(() => navigatorOf(navigation), [navigation])
  useLayoutEffect(() => {
    const follow = () => startTransition(() => setState(navigation.state()))
    follow()
    return navigation.follow(follow)
  }, [navigation])
  if (!shown) return waiting
  return (
    <Router location={shown.location} navigationType={shown.action} navigator={navigator}>
      <GoingContext value={going}>
        <HandlesContext value={shown.handles}>
          <Line navigation={navigation} shown={shown} />
        </HandlesContext>
      </GoingContext>
    </Router>
  )
}

function Line({ navigation, shown }: { navigation: Navigation; shown: Shown }) {
  useScrollPlace(navigation, shown)
  return useRoutes(shown.route ? [shown.route] : [])
}
