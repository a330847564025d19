"use strict";
// The words of the query page in its two languages.
const WORDS = {
  ar: {
    title: "شبكة: اسأل البيانات",
    network: "شبكة العلاقات",
    other_language: "English",
    examples: "أسئلة جاهزة",
    question: "السؤال",
    choose: "اختر سؤالاً…",
    insert: "اكتبه وشغّله",
    server_says: "لم يُجَب عن السؤال. يقول الخادم بالإنجليزية:",
    no_answer: "لا يجيب الخادم، أو انقطع الاتصال به.",
    required: "مطلوب",
    optional: "اختياري",
    types: {
      actor: "اسم الفاعل", article: "معرّف المقال أو عنوانه", relation: "العلاقة", date: "تاريخ",
      integer: "عدد", decimal: "عدد عشري", text: "نص",
    },
    parameters: {
      actor: "الفاعل", one: "الأول", other: "الثاني", since: "منذ", until: "حتى", limit: "أقصى عدد",
      article: "المقال", text: "النص", relation: "العلاقة", date: "التاريخ",
    },
    relations: { threatens: "يهدد", meets: "يلتقي", demands: "يطالب", supports: "يدعم" },
  },
  en: {
    title: "Shabaka: ask the data",
    network: "Network of relations",
    other_language: "العربية",
    examples: "Ready questions",
    question: "Question",
    choose: "Choose a question…",
    insert: "Write and run it",
    server_says: "",
    no_answer: "The server does not answer, or the connection broke off.",
    required: "required",
    optional: "optional",
    types: {
      actor: "name of an actor", article: "id or address of an article", relation: "relation", date: "date",
      integer: "number", decimal: "decimal number", text: "text",
    },
    parameters: {},
    relations: { threatens: "threatens", meets: "meets", demands: "demands of", supports: "supports" },
  },
};
