// The search: finds what people mean by their own words. Words are cut to their stems, slips of spelling and words of the same meaning count nearly as much, and of
// a whole question the sum, the place and the day are understood. It reads window.DelegationSearch, and shows nothing itself.
(function (scope) {
  "use strict";

  var STOP = " a about above all allowed am an and any anybody anyone are as at be been before below by can could d did do does everything for from get gets got had has have he help her his how i if in into is it its just let look looks make makes may me more must my need needs new of off on or other our out over people person please should so some somebody someone than that the their them there they thing things this those to under up us use using want wants was we what when where which who whom whose why will with would you your ".split(" ");
  var WEAK = " agree allow approve approval approving authorise authority authorised charge decide decides deciding decision give gives happens mean means money over pay power right rules say sign signs signing spend spending value worth ".split(" ");

  // P&R is the letters PR: plain text would part them.
  function plain(text) {
    return text.toLowerCase().replace(/(^|[^a-z])([a-z])\s?&\s?([a-z])(?![a-z])/g, "$1$2$3").normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[\u2019']/g, "").replace(/&/g, " and ").replace(/[^a-z0-9£.]+/g, " ").replace(/(^|[^0-9a-z])\.+|\.+(?![0-9a-z])/g, "$1 ").replace(/\s+/g, " ").trim();
  }

  function stem(word) {
    if (word.length < 4 || /[0-9]/.test(word)) { return word; }
    word = word.replace(/ies$/, "y").replace(/(ss|sh|ch|x)es$/, "$1").replace(/([^su])s$/, "$1");
    var cut = word.replace(/(ational|ations?|ating|ators?|ated?|itions?|ments?|ings?|ers?|ors?|ances?|ances?|ences?|ed|als?|ees?|ly|e|y)$/, "");
    return cut.length >= 3 ? cut.replace(/([b-df-hj-np-tv-z])\1$/, "$1") : word;
  }

  function words(text) { return plain(text).split(" ").filter(Boolean); }

  function stems(text) { return words(text).map(stem); }

  // Whether one word comes of another by letters left out, put in, changed, or two changed about; at most so many.
  function isSlip(a, b, most) {
    if (Math.abs(a.length - b.length) > most || a[0] !== b[0]) { return false; }
    var before = [], last = [], i, j;
    for (j = 0; j <= b.length; j++) { last[j] = j; }
    for (i = 1; i <= a.length; i++) {
      var row = [i];
      for (j = 1; j <= b.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) { row[j] = Math.min(row[j], before[j - 2] + 1); }
      }
      before = last;
      last = row;
    }
    return last[b.length] <= most;
  }

  // £300,000, 300k, 1.5m, 2 million, 40 thousand pounds, ten thousand: a sum of money as it is written in a question. A bare small number is none.
  var NUMBERS = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twenty: 20, thirty: 30, forty: 40, fifty: 50, hundred: 100 };
  function sumIn(text) {
    var spelt = text.replace(/\b(one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|hundred)\s+(thousand|million|grand)\b/gi, function (all, count, unit) { return NUMBERS[count.toLowerCase()] + " " + unit; })
      .replace(/\b(half a million)\b/gi, "500 thousand").replace(/\ba (million|thousand)\b/gi, "1 $1");
    var found = /(£|gbp\s*)?\s*([0-9][0-9,]*)(\.[0-9]+)?\s*(k|grand|thousand|mn?|million|bn|billion)?\b(\s*(?:pounds?|quid|gbp))?/gi, match;
    while ((match = found.exec(spelt)) !== null) {
      var figure = parseFloat(match[2].replace(/,/g, "") + (match[3] || ""));
      if (match[1] || match[4] || match[5] || (figure >= 1000 && !match[3] && !/^(19|20)[0-9][0-9]$/.test(match[2]))) {
        var unit = (match[4] || "").toLowerCase();
        figure *= unit === "k" || unit === "grand" || unit === "thousand" ? 1e3 : unit.charAt(0) === "m" ? 1e6 : unit.charAt(0) === "b" ? 1e9 : 1;
        return { figure: String(Math.round(figure * 100) / 100), rest: spelt.slice(0, match.index) + " " + spelt.slice(match.index + match[0].length) };
      }
    }
    return { figure: "", rest: spelt };
  }

  var known = null;

  // The entries with their stems, and in how many each stem stands.
  function index() {
    if (known) { return known; }
    var count = {}, all = (scope.DelegationSearch || []).map(function (entry) {
      var made = { entry: entry, name: stems(entry[0]), names: [stems(entry[0])].concat((entry[3] || []).map(stems)), more: {} };
      stems(entry[4] || "").forEach(function (one) { made.more[one] = true; });
      made.own = {};
      made.kind = {};
      if (entry[5] !== "subject" && entry[5] !== "reference") { stems(entry[1]).forEach(function (one) { made.kind[one] = true; }); }
      made.letters = made.names.map(function (name, i) { return shortened(i === 0 ? entry[0] : entry[3][i - 1]); });
      made.names.forEach(function (name) { name.forEach(function (one) { made.own[one] = true; }); });
      Object.keys(made.own).forEach(function (one) { count[one] = (count[one] || 0) + 1; });
      return made;
    });
    var same = (scope.DelegationSynonyms || []).map(function (group) { return group.map(function (phrase) { return telling(phrase).map(stem); }); });
    var vocabulary = {};
    all.forEach(function (made) { words([made.entry[0]].concat(made.entry[3] || [], made.entry[4] || "", made.entry[5] === "reference" ? "" : made.entry[1]).join(" ")).forEach(function (word) { vocabulary[word] = stem(word); }); });
    (scope.DelegationSynonyms || []).forEach(function (group) { group.forEach(function (phrase) { words(phrase).forEach(function (word) { vocabulary[word] = stem(word); }); }); });
    var known_stems = {};
    Object.keys(vocabulary).forEach(function (word) { known_stems[vocabulary[word]] = true; });
    known = { all: all, count: count, same: same, vocabulary: vocabulary, stems: known_stems, places: all.filter(function (one) { return one.entry[5] === "place"; }) };
    return known;
  }

  // The words of a phrase that say something; all of them where none does.
  function telling(text) {
    var all = words(text), some = all.filter(function (word) { return STOP.indexOf(word) < 0; });
    return some.length > 0 ? some : all;
  }

  // A name as people shorten it: its words without small ones, for initials (SIRO) and for beginnings put together (remco).
  function shortened(name) { return words(name).filter(function (word) { return ["of", "and", "the", "for", "in", "to"].indexOf(word) < 0; }); }

  function isShort(word, name) {
    if (word.length < 2 || name.length < 2 || /[0-9£]/.test(word)) { return false; }
    var initials = name.map(function (one) { return one.charAt(0); }).join("");
    if (initials === word || (word.length >= 2 && word.length >= name.length - 1 && initials.indexOf(word) === 0)) { return true; }
    for (var i = 0; i + 1 < name.length; i++) {
      for (var cut = 3; cut <= word.length - 2; cut++) {
        for (var j = i + 1; j < name.length; j++) {
          if (name[i].indexOf(word.slice(0, cut)) === 0 && name[j].indexOf(word.slice(cut)) === 0) { return true; }
        }
      }
    }
    return false;
  }

  function startsAt(list, phrase, at) { return phrase.every(function (word, i) { return list[at + i] === word; }); }

  // A question in parts: each a word or a phrase of the question with whatever means the same.
  function understood(text) {
    var data = index(), sum = sumIn(text), list = telling(sum.rest);
    // A slip is put right where no word is meant as it stands.
    list = list.map(function (word) {
      if (data.vocabulary[word] || data.stems[stem(word)] || word.length < 4 || /[0-9]/.test(word) || data.all.some(function (one) { return one.letters.some(function (name) { return isShort(word, name); }); })) { return word; }
      var most = word.length >= 8 ? 2 : 1, near = Object.keys(data.vocabulary).filter(function (one) { return one.length > 3 && isSlip(word, one, most); });
      near.sort(function (a, b) { return (isSlip(word, a, 1) ? 0 : 1) - (isSlip(word, b, 1) ? 0 : 1) || (data.count[data.vocabulary[b]] || 0) - (data.count[data.vocabulary[a]] || 0); });
      return near[0] || word;
    });
    var cut = list.map(stem), where = null;
    data.places.forEach(function (place) {
      [place.entry[0]].concat(place.entry[3] || []).map(telling).forEach(function (name) {
        name = name.map(stem);
        for (var at = 0; at < cut.length; at++) {
          if (name.length > 0 && startsAt(cut, name, at) && (!where || name.length > where.length)) { where = { name: place.entry[0], at: at, length: name.length }; }
        }
      });
    });
    var parts = [];
    for (var at = 0; at < cut.length;) {
      var taken = 1, phrases = [];
      data.same.forEach(function (group) {
        group.forEach(function (phrase) {
          if (phrase.length >= taken && startsAt(cut, phrase, at)) {
            if (phrase.length > taken) { phrases = []; }
            taken = phrase.length;
            phrases = phrases.concat(group);
          }
        });
      });
      var isPlace = where !== null && at >= where.at && at < where.at + where.length, own = cut.slice(at, at + taken);
      var rare = Math.max.apply(null, own.map(function (word) { return Math.log(1 + data.all.length / ((data.count[word] || 0) + 0.5)); }));
      parts.push({
        word: list[at],
        ways: [{ stems: own, worth: 1 }].concat(phrases.map(function (phrase) { return { stems: phrase, worth: 0.85 }; })),
        weight: rare * (isPlace ? 0.3 : taken === 1 && WEAK.indexOf(list[at]) >= 0 ? 0.25 : 1)
      });
      at += taken;
    }
    return { parts: parts, where: where ? where.name : "", worth: sum.figure };
  }

  // How well a word stands in an entry: in its names, in what else is said of it, or as the beginning of a word.
  function standing(made, word) {
    if (made.own[word]) { return 1; }
    if (word.length >= 4 && Object.keys(made.own).some(function (one) { return one.indexOf(word) === 0 || (one.length >= 5 && word.indexOf(one) === 0); })) { return 0.75; }
    return made.kind[word] ? 0.6 : made.more[word] ? 0.4 : 0;
  }

  function scored(made, question) {
    var got = 0, all = 0, hit = {};
    question.parts.forEach(function (part) {
      var best = 0, stemsOfBest = [];
      part.ways.forEach(function (way) {
        var worth = way.worth * way.stems.reduce(function (sum, word) { return sum + standing(made, word); }, 0) / way.stems.length;
        if (worth > best) { best = worth; stemsOfBest = way.stems; }
      });
      if (best < 0.95 && made.letters.some(function (name, i) { return isShort(part.word, name); })) {
        best = 0.95;
        made.letters.forEach(function (name) { if (isShort(part.word, name)) { stemsOfBest = name.map(stem); } });
      }
      // Half of a phrase of other words says little.
      got += part.weight * (best < 0.6 ? best * 0.5 : best);
      all += part.weight;
      stemsOfBest.forEach(function (word) { hit[word] = true; });
    });
    if (all === 0 || got === 0) { return 0; }
    var named = Math.max.apply(null, made.names.map(function (name) { return name.length === 0 ? 0 : name.filter(function (word) { return hit[word]; }).length / name.length; }));
    return got / all * (0.75 + 0.25 * named);
  }

  // What is found, the best first, and how the question was understood. A sentence is found by its reference alone.
  function find(text) {
    var data = index(), exact = plain(text).replace(/^(reference|ref|paragraph|para|section|clause)\s+/, ""), question = understood(text);
    var asksOfParty = /^\s*(what|which|how much)\b.*\b(can|may|could|does|do)\b/i.test(text) && !/\bwho\b/i.test(text), asksWho = /\bwho\b/i.test(text);
    var found = [];
    data.all.forEach(function (made, order) {
      var entry = made.entry, isReference = entry[5] === "reference";
      var score = isReference ? (words(entry[0]).slice(1).join(" ") === exact || (entry[3] || []).some(function (one) { return plain(one) === exact; }) ? 3 : 0) : scored(made, question);
      if (!isReference && (entry[6] || []).some(function (one) { return plain(one) === exact; })) { score = Math.max(score, 2); }
      if (score > 0 && !isReference) {
        score += plain(entry[0]) === exact ? 1 : (entry[3] || []).some(function (one) { return plain(one) === exact; }) ? 0.9 : 0;
        score += entry[5] === "subject" ? (asksWho ? 0.12 : 0.04) : entry[5] === "party" ? (asksOfParty && score > 0.7 ? 0.3 : asksWho ? -0.05 : 0.03) : entry[5] === "place" ? 0.02 : -0.05;
      }
      if (score > 0.12) { found.push({ entry: entry, score: score, order: order, isSubject: entry[5] === "subject" }); }
    });
    found.sort(function (a, b) { return b.score - a.score || a.order - b.order; });
    // What goes by several names is one thing.
    var seen = {};
    found = found.filter(function (one) { var isNew = !seen[one.entry[2]]; seen[one.entry[2]] = true; return isNew; });
    return { hits: found, where: question.where, worth: question.worth, isSure: found.length > 0 && found[0].score >= 0.55 };
  }

  // What is found in another scheme, whose names stand where those of the last one stood.
  function forget() { known = null; }

  scope.DelegationFind = { find: find, forget: forget };
})(typeof window === "undefined" ? globalThis : window);
