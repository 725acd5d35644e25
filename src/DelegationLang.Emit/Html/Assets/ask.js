// The form that asks who decides. It reads the question, fetches the cases of its subject from this site's own data, and shows what they say.
(function () {
  "use strict";

  var page = window.DelegationPage, site = window.DelegationSite, decide = window.DelegationDecide;
  var form = document.getElementById("ask"), place = document.getElementById("answer");
  if (!page || !site || !decide || !form || !place) { return; }
  var element = page.element, plain = page.plain, amountOf = page.amountOf;
  var facts = {};
  var isSent = false;

  // A question in other words than the scheme's, and the subject that it was taken for.
  var taken = "", takenAs = "";
  var title = document.title;

  function field(id) { return document.getElementById("ask-" + id); }

  var months = "january february march april may june july august september october november december".split(" ");

  function value(id) { return id === "on" ? dayOf(parts()) || "" : field(id) ? field(id).value.trim() : ""; }

  // The day, of three fields: as 2026-04-01, empty where nothing is said, null for what is no day.
  function parts() { return ["day", "month", "year"].map(function (part) { return field("on-" + part).value.trim(); }); }

  function dayOf(said) {
    if (said.join("") === "") { return ""; }
    var month = /^[0-9]{1,2}$/.test(said[1]) ? Number(said[1]) : said[1].length < 3 ? 0 : months.findIndex(function (name) { return name.indexOf(said[1].toLowerCase()) === 0; }) + 1;
    var day = Number(said[0]), year = Number(said[2]);
    if (!/^[0-9]{1,2}$/.test(said[0]) || !/^[0-9]{4}$/.test(said[2]) || month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) { return null; }
    return said[2] + "-" + ("0" + month).slice(-2) + "-" + ("0" + day).slice(-2);
  }

  function setDay(iso) {
    var said = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(iso);
    ["year", "month", "day"].forEach(function (part, i) { field("on-" + part).value = said ? (part === "year" ? said[1] : String(Number(said[i + 1]))) : ""; });
  }

  // What is wrong with the question, above it and at each field, as services of the NHS and of GOV.UK show it.
  function faults(list) {
    var summary = field("errors"), places = summary.querySelector("ul");
    places.textContent = "";
    Array.prototype.slice.call(form.querySelectorAll(".nhsuk-error-message")).forEach(function (made) { made.parentNode.removeChild(made); });
    Array.prototype.slice.call(form.querySelectorAll("[aria-invalid]")).forEach(function (input) {
      input.removeAttribute("aria-invalid");
      input.classList.remove("nhsuk-input--error");
      if (input.id === "ask-what") { input.setAttribute("aria-describedby", "ask-what-hint"); } else { input.removeAttribute("aria-describedby"); }
      input.closest(".field").classList.remove("has-error");
    });
    list.forEach(function (fault) {
      var input = field(fault[0]), group = input.closest(".field"), id = "ask-" + fault[0] + "-error";
      var item = element("li", {}), link = element("a", { href: "#ask-" + fault[0] }, fault[1]);
      link.addEventListener("click", function (event) { event.preventDefault(); input.focus(); });
      item.appendChild(link);
      places.appendChild(item);
      group.classList.add("has-error");
      var made = element("span", { "class": "nhsuk-error-message", id: id });
      made.appendChild(element("span", { "class": "visually-hidden" }, "Error: "));
      made.appendChild(document.createTextNode(fault[1]));
      group.insertBefore(made, group.querySelector(".nhsuk-date-input, .nhsuk-input"));
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", (input.id === "ask-what" ? "ask-what-hint " : "") + id);
      input.classList.add("nhsuk-input--error");
    });
    summary.hidden = list.length === 0;
    if (list.length > 0) {
      place.textContent = "";
      document.title = "Error: " + title;
      if (isSent) { summary.focus(); }
      isSent = false;
    }
    return list.length > 0;
  }

  // What is said in a form that cannot be asked about; the function that is named, too, may be none of the scheme's.
  function unclear(isOtherUnknown) {
    var list = [];
    if (isOtherUnknown) { list.push(["for", "No function of this scheme is called “" + value("for") + "”"]); }
    if (value("worth") && !amountOf(value("worth"))) { list.push(["worth", "“" + value("worth") + "” is no sum: write it as 300,000 or £1.5 million"]); }
    if (dayOf(parts()) === null) { list.push(["on-day", "The day must be a real one, such as 27 3 2027"]); }
    return list;
  }

  // A subject by any of its names; else the only one whose name holds all the words.
  function find(words, kind) {
    var wanted = plain(words);
    if (!wanted) { return { all: [] }; }
    var all = site.subjects.filter(function (subject) { return !kind || subject[1] === kind; });
    function named(subject) { return [subject[0]].concat(subject[6]).map(plain); }
    var exact = all.filter(function (subject) { return named(subject).indexOf(wanted) >= 0; });
    if (exact.length === 0) {
      exact = all.filter(function (subject) {
        return named(subject).some(function (name) { return wanted.split(" ").every(function (word) { return name.indexOf(word) >= 0; }); });
      });
    }
    return { one: exact.length === 1 ? exact[0] : null, all: exact };
  }

  // The page of a subject: its own, or a part of one that it shares.
  function pageOf(subject) {
    return subject[5] || (subject[8] ? subject[8] + ".html#" + subject[3] : subject[3] + ".html");
  }

  // The answers about a subject; subjects that share a page share a file.
  function load(subject, then) {
    var id = subject[3];
    if (window.DelegationAnswers && window.DelegationAnswers[id]) { then(window.DelegationAnswers[id]); return; }
    var script = element("script", { src: "data/answers-" + (subject[8] || id) + ".js" });
    script.onload = function () { then(window.DelegationAnswers[id]); };
    script.onerror = function () { say("The answers about this could not be read from this site."); };
    document.head.appendChild(script);
  }

  function say(words, links) {
    place.textContent = "";
    place.appendChild(element("p", {}, words));
    if (links && links.length > 0) {
      var list = element("ul", {});
      links.slice(0, 12).forEach(function (subject) {
        var item = element("li", {});
        item.appendChild(element("a", { href: "#what=" + encodeURIComponent(subject[0]) }, subject[0]));
        list.appendChild(item);
      });
      place.appendChild(list);
    }
    reveal();
  }

  // Whoever presses the button is shown the answer, also where the form fills the screen.
  // On a telephone it stands first: whoever has asked wants the answer, not the form again.
  function reveal() {
    var isFirst = window.matchMedia("(max-width: 48rem)").matches;
    form.parentNode.insertBefore(place, isFirst ? form : form.nextSibling);
    var head = place.querySelector("h2") || place.firstElementChild;
    if (isSent && head) { head.scrollIntoView({ block: "nearest" }); }
    isSent = false;
  }

  function line(parent, words, style) { if (words) { parent.appendChild(element("p", style ? { "class": style } : {}, words)); } }

  function sentence(words) { return words ? words.charAt(0).toUpperCase() + words.slice(1) + (/[.?!:]$/.test(words) ? "" : ".") : ""; }

  function partyLinks(parent, names) {
    var known = names.filter(function (name) { return site.parties[name]; });
    if (known.length === 0) { return; }
    var made = element("p", {}, "More about: ");
    known.forEach(function (name, i) {
      if (i > 0) { made.appendChild(document.createTextNode(", ")); }
      made.appendChild(element("a", { href: site.parties[name] }, name));
    });
    parent.appendChild(made);
  }

  function circumstance(words) {
    var first = words.split(" ")[0];
    return ["when", "unless", "at", "anywhere"].indexOf(first) >= 0 ? words : first === "an" ? "for " + words : first === "the" ? "if " + words : "with " + words;
  }

  function details(parent, answer) {
    answer.steps.forEach(function (step) { line(parent, sentence(step.indexOf("after ") === 0 ? "only " + step : "first: " + step)); });
    answer.duties.forEach(function (duty) { line(parent, sentence("afterwards it must be " + duty)); });
    (answer.following || []).forEach(function (words) { line(parent, sentence(words)); });
    (answer.involved || []).forEach(function (one) { line(parent, sentence(one.words)); });
    answer.deputies.forEach(function (deputy) { line(parent, "Or, " + deputy.when + ", " + deputy.party + "."); });
    if (answer.exceptional.length > 0) { line(parent, decide.list(answer.exceptional) + (answer.exceptional.length === 1 ? " acts" : " act") + " here by an exceptional power, which reaches even what is reserved."); }
    if (answer.underContract) { line(parent, "This is under a contract: the money is managed by the contractor, and the function stays with the body that let the contract."); }
    answer.reasons.forEach(function (reason) { line(parent, sentence(reason)); });
  }

  function assumption(words) {
    return words.indexOf("when ") === 0 ? words.slice(5) : words.indexOf("unless ") === 0 ? "not " + words.slice(7) : words.indexOf("on ") === 0 ? "the day is " + words.slice(3) : words;
  }

  function chain(parent, answer) {
    if (answer.chain.length === 0) { return; }
    parent.appendChild(element("h3", {}, "How the authority comes down"));
    var list = element(answer.cases.length === 0 && answer.alternatives.length < 2 ? "ol" : "ul", {});
    answer.chain.forEach(function (link) {
      var item = element("li", {});
      item.appendChild(site.parties[link.party] ? element("a", { href: site.parties[link.party] }, link.party) : document.createTextNode(link.party));
      item.appendChild(document.createTextNode((/^(holds|acts|keeps|takes) /.test(link.via) || !link.via ? " " : ", ") + link.via));
      if (link.source) {
        item.appendChild(document.createTextNode(" ("));
        var words = (link.reference ? "reference " + link.reference + ", " : "") + link.source.replace(/:(\d+)$/, ", line $1");
        item.appendChild(link.href ? element("a", { href: link.href }, words) : document.createTextNode(words));
        item.appendChild(document.createTextNode(")"));
      }
      list.appendChild(item);
    });
    parent.appendChild(list);
  }

  function show(answer, subject, words) {
    place.textContent = "";
    document.title = words + " – " + title;
    follow();
    if (taken) { line(place, "“" + taken + "” was taken as:", "note"); }
    line(place, words, "note");
    place.appendChild(element("h2", {}, sentence(answer.outcome === "Reserved" ? "this is " + decide.summary(answer) + ", and no delegation reaches it" : answer.outcome === "Nobody" ? "nobody may decide this" : decide.summary(answer))));
    details(place, answer.outcome === "Depends" ? { steps: [], duties: [], following: answer.following, involved: answer.involved, deputies: answer.deputies, exceptional: answer.exceptional, underContract: answer.underContract, reasons: [] } : answer);
    if (answer.assumed.length > 0) { line(place, "Taken to be so, since the question does not say: " + answer.assumed.map(assumption).join("; ") + ".", "note"); }
    if (answer.cases.length > 0) {
      var list = element("ul", {});
      answer.cases.forEach(function (one) {
        var item = element("li", {});
        var head = one.when.length === 0 ? "in any case" : one.when.map(circumstance).join(", ");
        line(item, sentence(head + ": " + decide.summary(one.answer)));
        one.answer.steps.concat(one.answer.duties, one.answer.reasons).forEach(function (remark) { line(item, sentence(remark), "note"); });
        list.appendChild(item);
      });
      place.appendChild(list);
    }
    partyLinks(place, answer.deciders);
    chain(place, answer);
    if (answer.keepAuthority.length > 0) { line(place, decide.list(answer.keepAuthority) + (answer.keepAuthority.length === 1 ? " keeps its" : " keep their") + " own authority too: to delegate is not to give away."); }
    var links = element("p", {});
    links.appendChild(element("a", { href: pageOf(subject) }, "All about " + subject[0]));
    links.appendChild(document.createTextNode(" · "));
    links.appendChild(element("a", { href: address() }, "Link to this question"));
    place.appendChild(links);
    reveal();
  }

  // The question as the address of this page carries it.
  function address() {
    var parts = [];
    ["what", "for", "where", "worth", "per", "vat", "on"].forEach(function (name) { if (value(name)) { parts.push(name + "=" + encodeURIComponent(value(name))); } });
    Object.keys(facts).forEach(function (name) { if (facts[name]) { parts.push(encodeURIComponent("fact " + name) + "=" + encodeURIComponent(facts[name])); } });
    return "#" + parts.join("&");
  }

  // Address and title follow a question that is sent, so that Back leads to the one before it.
  function follow() {
    if (!isSent || location.hash === address()) { return; }
    try { history.pushState(null, "", address()); } catch (fault) { location.hash = address(); }
  }

  // The fields of the facts that the answer can turn on. What was said of others while another question stood here is forgotten, unless a link says it.
  function factFields(tree, isByLink) {
    var box = field("facts"), fields = document.getElementById("ask-fact-fields");
    var wanted = [];
    ((tree && tree.variables) || []).forEach(function (variable) {
      var measures = variable.kind === 4 ? [variable.measure] : variable.kind === 5 ? [variable.index].concat(variable.measure === undefined ? [] : [variable.measure]) : [];
      measures.forEach(function (number) { if (wanted.indexOf("m" + number) < 0) { wanted.push("m" + number); } });
      if (variable.kind === 6) { wanted.push("c" + variable.index); }
    });
    function nameOf(key) { return (key.charAt(0) === "c" ? site.conditions : site.measures)[Number(key.slice(1))][0]; }
    if (!isByLink) {
      var names = wanted.map(nameOf);
      Object.keys(facts).forEach(function (name) { if (names.indexOf(name) < 0) { delete facts[name]; } });
    }
    box.hidden = wanted.length === 0;
    if (fields.getAttribute("data-for") === wanted.join(" ")) { return; }
    fields.setAttribute("data-for", wanted.join(" "));
    fields.textContent = "";
    wanted.forEach(function (key) {
      var number = Number(key.slice(1)), isCondition = key.charAt(0) === "c";
      var name = nameOf(key);
      var made = element("div", { "class": "field" }), id = "ask-fact-" + key;
      made.appendChild(element("label", { "class": "nhsuk-label", "for": id }, name.charAt(0).toUpperCase() + name.slice(1) + (isCondition || !site.measures[number][1] ? "" : " (" + site.measures[number][1] + ")")));
      var input;
      if (isCondition) {
        var normally = site.conditions[number][1];
        input = element("select", { "class": "nhsuk-select", id: id });
        [["", normally < 0 ? "Not said" : normally === 1 ? "Not said (normally so)" : "Not said (normally not so)"], ["yes", "It is so"], ["no", "It is not so"]].forEach(function (option) {
          input.appendChild(element("option", { value: option[0] }, option[1]));
        });
      } else {
        input = element("input", { "class": "nhsuk-input", id: id, inputmode: "decimal", autocomplete: "off" });
      }
      input.value = facts[name] || "";
      input.addEventListener("change", function () { facts[name] = input.value; });
      made.appendChild(input);
      fields.appendChild(made);
    });
  }

  function question(subject, pair) {
    var amount = value("worth") ? amountOf(value("worth")) : null;
    if (amount) {
      amount.basis = value("per");
      amount.vat = value("vat") === "excluding" ? 1 : value("vat") === "including" ? 2 : 0;
    }
    var isMatter = subject[1] === "m";
    var made = { pair: pair, matter: isMatter ? subject[2] : -1, about: isMatter ? (pair === "" ? -1 : Number(pair)) : subject[2], place: subject[4], day: value("on") || page.today(), isDaySaid: value("on") !== "", amount: amount, conditions: {}, measures: {} };
    site.places.forEach(function (one, i) { if (value("where") && one[0] === value("where")) { made.place = i; } });
    site.conditions.forEach(function (one, i) { if (facts[one[0]]) { made.conditions[i] = facts[one[0]] === "yes"; } });
    site.measures.forEach(function (one, i) { var said = facts[one[0]] ? amountOf(facts[one[0]]) : null; if (said) { made.measures[i] = said.value; } });
    return made;
  }

  function words(subject, other, asked) {
    var text = subject[0] + (other ? " for " + other[0] : "") + (value("where") ? " at " + value("where") : "");
    if (asked.amount) {
      var basis = !value("per") ? "" : value("per") === "total" ? " in total" : " per " + value("per");
      text += " worth " + (asked.amount.currency === "GBP" ? "£" : asked.amount.currency + " ") + asked.amount.value.split(".").map(function (part, i) { return i === 0 ? part.replace(/\B(?=(\d{3})+(?!\d))/g, ",") : part; }).join(".") + basis + (asked.amount.vat ? (asked.amount.vat === 1 ? " excluding VAT" : " including VAT") : "");
    }
    return "Who decides " + text + " on " + decide.dayWords(asked.day) + "?";
  }

  function ask(isByLink) {
    if (!value("what")) { place.textContent = ""; faults(isSent ? [["what", "Say what is to be decided"]].concat(unclear()) : unclear()); return; }
    var found = find(value("what"));
    if (!found.one && found.all.length === 0) { meant(value("what"), guess); return; }
    if (!found.one) { say("Which of these do you mean?", found.all); return; }
    if (taken && field("what").value !== takenAs) { taken = ""; }
    var subject = found.one, other = null;
    field("for-field").hidden = subject[1] !== "m";
    if (subject[1] !== "m") { field("for").value = ""; }
    if (subject[1] === "m" && value("for")) {
      other = find(value("for"), "f").one;
    }
    if (faults(unclear(subject[1] === "m" && value("for") && !other))) { return; }
    load(subject, function (data) {
      var asked = question(subject, other ? String(other[2]) : "");
      var tree = decide.treeFor(site, data, asked);
      factFields(tree, isByLink);
      asked = question(subject, asked.pair);
      if (field("vat-field")) { field("vat-field").hidden = !(tree && tree.usesVat); }
      if (field("per")) {
        var bases = ((tree && tree.bases) || []).map(function (n) { return data.strings[n]; });
        field("per").closest(".field").hidden = bases.length < 2;
        if (bases.length < 2 || (value("per") && bases.indexOf(value("per")) < 0)) { field("per").value = ""; asked.amount = question(subject, asked.pair).amount; }
        Array.prototype.forEach.call(field("per").options, function (option) { option.hidden = option.value !== "" && bases.indexOf(option.value) < 0; });
      }
      var answer = decide.decide(site, data, asked);
      if (answer === null) {
        say("This page does not hold the answer to that question. The tool answers it: delegation ask.");
        return;
      }
      show(answer, subject, words(subject, other, asked));
    });
  }

  // What is no name of the scheme is looked for as the search does: by stems, slips and words of the same meaning. A whole question brings its sum and its place.
  function meant(text, then) {
    if (window.DelegationFind && window.DelegationSearch) { then(text, window.DelegationFind.find(text)); return; }
    ["data/search.js", "assets/find.js"].forEach(function (file) {
      var script = element("script", { src: file });
      script.async = false;
      script.onload = function () { if (window.DelegationFind && window.DelegationSearch) { meant(text, then); } };
      script.onerror = function () { say("The names of this scheme could not be read from this site."); };
      document.head.appendChild(script);
    });
  }

  function guess(text, found) {
    var hits = found.hits.filter(function (one) { return one.isSubject && find(one.entry[0]).one; });
    if (hits.length === 0 || !found.isSure) {
      say((hits.length === 0 ? "Nothing in this scheme is called “" + text + "”." : "Nothing in this scheme is called “" + text + "”. Is it one of these?") + rest(), hits.slice(0, 6).map(function (one) { return [one.entry[0]]; }));
      return;
    }
    taken = text;
    takenAs = field("what").value = hits[0].entry[0];
    if (found.where && field("where") && !value("where")) { field("where").value = found.where; }
    if (found.worth && !value("worth")) { field("worth").value = "£" + found.worth; }
    ask(false);
  }

  function rest() {
    return (window.DelegationResidual || []).map(function (one) { return " What the scheme does not list, " + one[0] + " decides" + (one[1] ? " (" + one[1] + ")" : "") + "."; }).join("");
  }

  function fromAddress() {
    var any = false;
    ["what", "for", "where", "worth", "per", "vat", "on"].forEach(function (name) {
      var said = page.inAddress(name);
      if (name === "on") { setDay(said || page.today()); } else if (field(name)) { field(name).value = said; }
      any = any || said !== "";
    });
    facts = {};
    (location.hash.slice(1) + "&" + location.search.slice(1)).split("&").forEach(function (part) {
      var at = part.indexOf("=");
      try {
        var name = decodeURIComponent(part.slice(0, Math.max(0, at)).replace(/\+/g, " "));
        if (name.indexOf("fact ") === 0) { facts[name.slice(5)] = decodeURIComponent(part.slice(at + 1).replace(/\+/g, " ")); }
      } catch (fault) { return; }
    });
    if (any) { ask(true); } else { place.textContent = ""; document.title = title; }
  }

  site.subjects.forEach(function (subject) {
    document.getElementById("ask-subjects").appendChild(element("option", { value: subject[0] }));
    if (subject[1] === "f") { document.getElementById("ask-functions").appendChild(element("option", { value: subject[0] })); }
  });
  form.hidden = false;
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    isSent = true;
    ask(false);
  });
  form.addEventListener("change", function () { ask(false); });
  window.addEventListener("hashchange", fromAddress);
  fromAddress();
})();
