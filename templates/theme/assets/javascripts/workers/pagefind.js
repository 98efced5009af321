// Answers Material's search box from Pagefind's index, in the messages of Material's own worker.
const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3
const MOST_PAGES = 20
const MOST_SECTIONS = 5

// Pagefind finds words by how they begin: where there is none, a long one may end otherwise.
const CUTS = [0, 1, 2, 4]
const LONG = 6

const WORDS = /[\p{L}\p{M}\p{N}'’]+/gu

// A name weighs more than its words in a text: whoever bears it comes before the articles.
const OPTIONS = { baseUrl: "/", ranking: { metaWeights: { title: 5, names: 50 } } }

const at = path => new URL(`../../../pagefind/${path}`, location).href
let pagefind
let latest

addEventListener("message", async ({ data: { type, data } }) => {
  if (type === SETUP) {
    await load()
    postMessage({ type: READY })
  } else if (type === QUERY) {
    latest = data
    const items = await find(data)
    if (latest === data) postMessage({ type: RESULT, data: { items } })
  }
})

// The articles are divided among other indexes than that of all other pages.
async function load() {
  pagefind = await import(at("pages/pagefind.js"))
  await pagefind.options(OPTIONS)
  await pagefind.init()
  const others = await (await fetch(at("others.json"))).json()
  await Promise.all(others.map(name => pagefind.mergeIndex(at(`${name}/`), OPTIONS)))
}

async function find(query) {
  const words = query.match(WORDS) ?? []
  for (const cut of words.length ? CUTS : []) {
    const asked = words.map(word => word.length > LONG ? word.slice(0, word.length - cut) : word)
    const results = await having(asked)
    if (!results.length) continue
    const pages = await Promise.all(results.slice(0, MOST_PAGES).map(result => result.data()))
    const terms = Object.fromEntries(asked.map(word => [escaped(word), true]))
    return pages.map((page, rank) => entries(page, MOST_PAGES - rank, terms))
  }
  return []
}

// The pages with all words that any index has: each by itself passes over those that it has not.
async function having(words) {
  const found = async text => (await pagefind.search(text)).results
  if (!words[1]) return found(words[0])
  const sets = await Promise.all(words.map(async word => new Set((await found(word)).map(({ id }) => id))))
  return (await found(words.join(" "))).filter(({ id }) => sets.every(ids => !ids.size || ids.has(id)))
}

// The page with its sections, best first: Material shows what scores as the first does, and folds the rest.
function entries(page, rank, terms) {
  const entry = ({ url, title, excerpt }, score) =>
    ({ location: url.slice(1), title: escaped(title), text: excerpt, score, terms })
  const { place, title } = page.meta
  const own = { url: place ?? page.url, title, excerpt: page.excerpt }
  if (place) return [entry(own, rank)]
  const top = page.sub_results.find(section => !isSection(section))
  const parts = page.sub_results.filter(isSection).map(section => ({ ...section, found: count(section) }))
  const all = [{ ...own, found: top ? count(top) : 0 }, ...parts].sort((one, two) => two.found - one.found)
  const shown = all.filter((part, n) => n < MOST_SECTIONS || part.url === own.url)
  return shown.map((part, n) => entry(part, n ? rank - 0.5 : rank))
}

function isSection({ url }) {
  return url.includes("#") && !url.endsWith("#top")
}

// How many of the words a section has.
function count({ excerpt }) {
  return new Set(Array.from(excerpt.matchAll(/<mark>(.*?)<\/mark>/g), ([, word]) => word.toLowerCase())).size
}

function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;")
}
