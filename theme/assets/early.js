/* In the head of every page, before anything is painted: scripts run, and what the theme's script
   keeps of a reader's choices. Names and key are those that the theme's script expects. */
document.documentElement.classList.add("js");

var __md_scope = new URL(document.currentScript.dataset.base, location);

/* A short number for a text, by which the theme tells two announcements apart. */
function __md_hash(text) {
  return Array.from(text).reduce(function (hash, sign) {
    return ((hash << 5) - hash + sign.charCodeAt(0)) | 0;
  }, 0);
}

function __md_get(name, storage, scope) {
  try {
    return JSON.parse((storage || localStorage).getItem((scope || __md_scope).pathname + "." + name));
  } catch (_) {  // a reader may forbid storage
    return null;
  }
}

function __md_set(name, value, storage, scope) {
  try {
    (storage || localStorage).setItem((scope || __md_scope).pathname + "." + name, JSON.stringify(value));
  } catch (_) {}
}
