// The script of the attacking page: every way a page has of sending something to another origin.
const paths = [
  '/',
  '/index.html',
  '/call/session.read',
  '/call/store.create',
  '/session',
  '/reopen',
  '/nowhere',
]

/** Resolves when the thing has come to its end, well or badly. */
function over(thing, ...events) {
  return new Promise((resolve) => {
    for (const event of events) thing.addEventListener(event, resolve)
  })
}

function byFetch(url) {
  return ['cors', 'no-cors'].flatMap((mode) =>
    ['text/plain', 'application/json'].flatMap((type) => [
      fetch(url, { mode, credentials: 'include' }),
      fetch(url, {
        mode,
        credentials: 'include',
        method: 'POST',
        body: '{}',
        headers: { 'Content-Type': type },
      }),
    ]),
  )
}

function byElement(url) {
  return ['img', 'script', 'iframe'].map((tag) => {
    const element = document.createElement(tag)
    element.src = url
    document.body.append(element)
    return over(element, 'load', 'error')
  })
}

function byForm(url, name) {
  const frame = document.createElement('iframe')
  frame.name = name
  const form = document.createElement('form')
  Object.assign(form, { method: 'POST', action: url, target: name, enctype: 'text/plain' })
  document.body.append(frame, form)
  form.submit()
  return over(frame, 'load', 'error')
}

/** Sends all of it to a target and says how many attempts that were. */
window.attack = async (target) => {
  const tries = paths.flatMap((path, index) => {
    const url = `${target}${path}`
    navigator.sendBeacon(url, '{}')
    return [
      ...byFetch(url),
      ...byElement(url),
      byForm(url, `into${index}`),
      over(new WebSocket(url.replace('http', 'ws')), 'close'),
      over(new EventSource(url, { withCredentials: true }), 'error'),
    ]
  })
  await Promise.allSettled(tries)
  return tries.length + paths.length
}
