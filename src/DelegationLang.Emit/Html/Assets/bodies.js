// The front page of several schemes: one question, asked of all of them. Each scheme answers from its own data; nothing here knows what a delegation is.
(function () {
  "use strict";

  var page = window.DelegationPage, decide = window.DelegationDecide, search = window.DelegationFind;
  var form = document.getElementById("bodies"), place = document.getElementById("answers");
  if (!page || !decide || !search || !form || !place) { return; }
  var element = page.element, title = document.title;
  var bodies = Array.prototype.map.call(document.querySelectorAll("[data-folder]"), function (link) { return { folder: link.getAttribute("data-folder"), name: link.textContent }; });

  function field(id) { return document.getElementById("bodies-" + id); }

  function script(file, then, fail) {
    var made = element("script", { src: file });
    made.onload = then;
    made.onerror = fail;
    document.head.appendChild(made);
  }

  // Every scheme hands its data over under the same names: they are read one after the other, and kept.
  function read(body, then) {
    if (body.site || body.isLost) { then(); return; }
    function lost() { body.isLost = true; then(); }
    script(body.folder + "/data/search.js", function () {
      body.names = [window.DelegationSearch, window.DelegationSynonyms, window.DelegationResidual];
      script(body.folder + "/data/site.js", function () { body.site = window.DelegationSite; then(); }, lost);
    }, lost);
  }

  function found(body, text) {
    window.DelegationSearch = body.names[0];
    window.DelegationSynonyms = body.names[1];
    search.forget();
    return search.find(text);
  }

  function subjectOf(body, text, hits) {
    function named(subject) { return [subject[0]].concat(subject[6]).map(page.plain); }
    var exact = body.site.subjects.filter(function (subject) { return named(subject).indexOf(page.plain(text)) >= 0; });
    if (exact.length === 1) { return exact[0]; }
    var best = hits.isSure ? hits.hits.filter(function (hit) { return hit.isSubject; })[0] : null;
    return best ? body.site.subjects.filter(function (subject) { return subject[0] === best.entry[0]; })[0] || null : null;
  }

  // The answers about a subject, which are kept apart for each scheme.
  function load(body, subject, then) {
    window.DelegationAnswers = body.answers = body.answers || {};
    if (body.answers[subject[3]]) { then(body.answers[subject[3]]); return; }
    script(body.folder + "/data/answers-" + (subject[8] || subject[3]) + ".js", function () { then(body.answers[subject[3]] || null); }, function () { then(null); });
  }

  function show(body, parent, text, sum, day, then) {
    var part = element("div", { "class": "card" });
    part.appendChild(element("h3", {}, body.name));
    parent.appendChild(part);
    function say(words, links) {
      var line = element("p", {}, words);
      (links || []).forEach(function (link, i) {
        line.appendChild(document.createTextNode(i === 0 ? " " : ", "));
        line.appendChild(element("a", { href: body.folder + "/" + link[1] }, link[0]));
      });
      part.appendChild(line);
    }
    if (body.isLost) { say("The data of this scheme could not be read."); then(); return; }
    var hits = found(body, text), subject = subjectOf(body, text, hits);
    if (!subject) {
      var near = hits.hits.filter(function (hit) { return hit.score > 0.35; }).slice(0, 4).map(function (hit) { return [hit.entry[0], hit.entry[2]]; });
      say(near.length > 0 ? "Nothing here is called so. Is it one of these?" : "Nothing here is called so.", near);
      (body.names[2] || []).forEach(function (rest) { say("What this scheme does not list, " + rest[0] + " decides" + (rest[1] ? " (" + rest[1] + ")" : "") + "."); });
      then();
      return;
    }
    load(body, subject, function (data) {
      var at = -1, worth = sum || (hits.worth ? { value: hits.worth, currency: "GBP" } : null);
      body.site.places.forEach(function (one, i) { if (one[0] === hits.where) { at = i; } });
      var asked = { pair: "", place: at >= 0 ? at : subject[4], day: day, isDaySaid: true, amount: worth ? { value: worth.value, currency: worth.currency, basis: "", vat: 0 } : null, conditions: {}, measures: {} };
      var answer = data && decide.decide(body.site, data, asked);
      var words = decide.summary ? answer && decide.summary(answer) : "";
      say(subject[0] + (at >= 0 ? " at " + hits.where : "") + (worth ? " worth " + (worth.currency === "GBP" ? "£" : worth.currency + " ") + worth.value.replace(/\B(?=(\d{3})+(?!\d))/g, ",") : "") + ":");
      part.appendChild(element("p", { "class": "who" }, words ? words.charAt(0).toUpperCase() + words.slice(1) + "." : "This page does not hold the answer."));
      var address = "index.html#what=" + encodeURIComponent(subject[0]) + (at >= 0 ? "&where=" + encodeURIComponent(hits.where) : "") + (worth ? "&worth=" + encodeURIComponent((worth.currency === "GBP" ? "£" : worth.currency + " ") + worth.value) : "") + "&on=" + day;
      say("", [["The whole answer, and by what authority", address]]);
      then();
    });
  }

  function ask() {
    var text = field("what").value.trim(), sum = field("worth").value.trim(), worth = sum ? page.amountOf(sum) : null, day = field("on").value || page.today();
    place.textContent = "";
    if (!text) { document.title = title; return; }
    if (sum && !worth) { place.appendChild(element("p", {}, "“" + sum + "” is no sum: write it as 300,000 or £1.5 million.")); return; }
    document.title = text + " – " + title;
    place.appendChild(element("h2", {}, "What each scheme says"));
    var rest = bodies.slice();
    (function next() {
      var body = rest.shift();
      if (body) { read(body, function () { show(body, place, text, worth, day, next); }); }
    })();
  }

  function fromAddress() {
    field("what").value = page.inAddress("what");
    field("worth").value = page.inAddress("worth");
    field("on").value = page.inAddress("on") || page.today();
    ask();
  }

  form.hidden = false;
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var address = "#what=" + encodeURIComponent(field("what").value) + (field("worth").value ? "&worth=" + encodeURIComponent(field("worth").value) : "") + "&on=" + field("on").value;
    if (location.hash === address) { ask(); } else { location.hash = address; }
  });
  window.addEventListener("hashchange", fromAddress);
  fromAddress();
})();
