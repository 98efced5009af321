// Asks Material's search more than once: for all words, else for any of them, else for words spelt alike.
// Its script, named after the `?`, is run here with its messages held back.
const QUERY = 2
const OPERATORS = /["*^~:]|(^|\s)[+-]/
const ALIKE = [[8, 2], [5, 1]]  // how many letters a word must have for how many to differ

const here = new URL(self.document?.currentScript.src ?? location.href)
const post = self.postMessage.bind(self)
const listen = self.addEventListener.bind(self)
let material
let answered

self.addEventListener = (type, listener) => { material = listener }
self.postMessage = message => answered(message)
const loaded = importScripts(new URL(here.search.slice(1), here).href)

let last = Promise.resolve(loaded)
listen("message", ({ data }) => {
  last = last.then(() => data.type === QUERY ? search(data.data) : ask(data)).then(post)
})

function ask(data) {
  return new Promise(resolve => {
    answered = resolve
    material({ data })
  })
}

async function search(query) {
  let answer
  for (const attempt of attempts(query)) {
    answer = await ask({ type: QUERY, data: attempt })
    if (answer.data.items.length) break
  }
  return answer
}

function attempts(query) {
  const words = query.split(/\s+/).filter(word => word && lunr.stopWordFilter(word.toLowerCase()))
  if (OPERATORS.test(query) || !words.length) return [query]
  return [words.map(word => `+${word}*`).join(" "), query, words.map(alike).join(" ")]
}

function alike(word) {
  const [, letters] = ALIKE.find(([length]) => word.length >= length) ?? []
  return letters ? `${word}~${letters}` : word
}
