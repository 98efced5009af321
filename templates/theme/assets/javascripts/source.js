// Beside the sentence that a citation led to: the way back to the page that cites it.
{
  const KEY = "cited"
  const bare = address => address.split("#")[0]
  const title = () => document.querySelector("h1").firstChild.textContent.trim()
  const remembered = () => {
    try {
      const { to, from, name } = JSON.parse(sessionStorage.getItem(KEY))
      if (to === location.href) return { from, name }
    } catch {}
    const link = [...document.querySelectorAll(".facts a")].find(each => bare(each.href) === bare(document.referrer))
    return link && { from: document.referrer, name: link.textContent }
  }
  let arrived = performance.getEntriesByType("navigation")[0]?.type === "navigate" && history.length > 1

  const show = () => {
    document.querySelector(".article .back")?.remove()
    const lit = /^#s\d+$/.test(location.hash) && document.querySelector(location.hash)
    const back = lit && remembered()
    if (!back) return
    const link = document.createElement("a")
    Object.assign(link, { className: "back", href: back.from, textContent: `← Back to ${back.name}` })
    link.addEventListener("click", event => {
      if (!arrived || bare(back.from) === bare(location.href)) return
      event.preventDefault()
      history.back()
    })
    lit.nextElementSibling.after(link)
  }

  addEventListener("click", ({ target }) => {
    const link = target.closest?.("article a[href*='#s']")
    if (!link) return
    try {
      sessionStorage.setItem(KEY, JSON.stringify({ to: link.href, from: location.href, name: title() }))
    } catch {}
  })
  if (document.querySelector(".article")) {
    show()
    addEventListener("hashchange", () => (arrived = false, show()))
  }
}
